using System.Numerics;
using Harness.Certification.Linearizability;

namespace Harness.Tests.Certification.Linearizability;

/// <summary>A row of seats: each is taken once, and only so many at a time; rivals may be told to come again.</summary>
internal sealed class SeatsModel(int seats) : ISequentialModel<uint, SeatsModel.Ask, string>
{
    public const string Yes = "granted";
    public const string Full = "full";
    public const string Busy = "409";
    public const string Missing = "404";

    public string Name => $"{seats} seats";

    public uint Start(string partition) => 0;

    public IEnumerable<uint> Apply(uint state, Ask input, string? answer, bool contended)
    {
        if (answer == Busy)
            return contended && input is not Ask.Count ? [state] : [];
        return input switch
        {
            Ask.Take(var seat) => Take(state, 1u << seat, answer),
            Ask.Leave(var seat) => Leave(state, 1u << seat, answer),
            _ => answer == $"{BitOperations.PopCount(state)}" ? [state] : [],
        };
    }

    public bool Rivals(Ask one, Ask other) => one is not Ask.Count && other is not Ask.Count;

    public string Describe(Ask input) => input switch
    {
        Ask.Take(var seat) => $"take seat {seat}",
        Ask.Leave(var seat) => $"leave seat {seat}",
        _ => "count",
    };

    public string Describe(string answer) => answer;

    public string Explain(uint state) => $"{BitOperations.PopCount(state)} of {seats} seats taken";

    public bool IsRead(Ask input) => input is Ask.Count;

    public bool KeepsState(Ask input, string answer) => IsRead(input) || answer is Full or Busy or Missing;

    private uint[] Take(uint state, uint seat, string? answer)
    {
        var granted = (state & seat) == 0 && BitOperations.PopCount(state) < seats;
        return answer switch
        {
            null => [granted ? state | seat : state],
            Yes when granted => [state | seat],
            Full when !granted => [state],
            _ => [],
        };
    }

    private static uint[] Leave(uint state, uint seat, string? answer)
    {
        var there = (state & seat) != 0;
        return answer switch
        {
            null => [state & ~seat],
            Yes when there => [state & ~seat],
            Missing when !there => [state],
            _ => [],
        };
    }

    internal abstract record Ask
    {
        public sealed record Take(int Seat) : Ask;

        public sealed record Leave(int Seat) : Ask;

        public sealed record Count : Ask;
    }
}
