using Harness.Certification.Linearizability;

namespace Harness.Tests.Certification.Linearizability;

/// <summary>A register that starts at 0: what is read is what was written last.</summary>
internal sealed class RegisterModel : ISequentialModel<int, RegisterModel.Ask, RegisterModel.Reply>
{
    public string Name => "a register";

    public int Start(string partition) => 0;

    public IEnumerable<int> Apply(int state, Ask input, Reply? answer, bool contended) => (input, answer) switch
    {
        (Ask.Write(var value), null or Reply.Done) => [value],
        (Ask.Read, Reply.Value(var seen)) when seen == state => [state],
        (Ask.Toss, null or Reply.Done) => [0, 1],
        _ => [],
    };

    public bool Rivals(Ask one, Ask other) => false;

    public string Describe(Ask input) => input switch
    {
        Ask.Write(var value) => $"write {value}",
        Ask.Toss => "toss a coin",
        _ => "read",
    };

    public string Describe(Reply answer) => answer is Reply.Value(var seen) ? $"{seen}" : "done";

    public string Explain(int state) => $"{state}";

    public bool IsRead(Ask input) => input is Ask.Read;

    internal abstract record Ask
    {
        public sealed record Write(int Value) : Ask;

        /// <summary>Writes 0 or 1, and does not say which.</summary>
        public sealed record Toss : Ask;

        public sealed record Read : Ask;
    }

    internal abstract record Reply
    {
        public sealed record Done : Reply;

        public sealed record Value(int Seen) : Reply;
    }
}
