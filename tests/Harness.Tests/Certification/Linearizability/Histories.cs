using Harness.Certification.Linearizability;

namespace Harness.Tests.Certification.Linearizability;

/// <summary>Writes histories down, or makes them up from a seed.</summary>
internal static class Histories
{
    public static History<TInput, TAnswer> Of<TInput, TAnswer>(
        params (string Client, TInput Input, TAnswer? Answer, long Called, long Returned)[] seen)
        where TAnswer : class =>
        new([.. seen.Select((it, at) => new HistoryOperation<TInput, TAnswer>(
            at + 1,
            it.Client,
            "p",
            it.Input,
            it.Called,
            it.Answer is null ? long.MaxValue : it.Returned,
            it.Answer is null ? Outcome.Unknown : Outcome.Known,
            it.Answer))]);

    /// <summary>
    /// A few clients that each do one thing after another; now and then an answer is lost, after which the client
    /// goes on as another one.
    /// </summary>
    public static History<TInput, TAnswer> Random<TInput, TAnswer>(
        Random random,
        int operations,
        Func<Random, TInput> ask,
        Func<Random, TInput, TAnswer> reply)
        where TAnswer : class
    {
        var waiting = new List<HistoryOperation<TInput, TAnswer>>();
        var done = new List<HistoryOperation<TInput, TAnswer>>();
        var stamp = 0;
        var begun = 0;
        while (done.Count < operations)
        {
            stamp++;
            if (begun < operations && (waiting.Count == 0 || (waiting.Count < 4 && random.Next(2) == 0)))
            {
                waiting.Add(new HistoryOperation<TInput, TAnswer>(
                    ++begun, $"c{waiting.Count}", "p", ask(random), stamp, long.MaxValue, Outcome.Unknown, null));
                continue;
            }

            var ended = waiting[random.Next(waiting.Count)];
            waiting.Remove(ended);
            done.Add(random.Next(6) == 0 ? ended : ended with
            {
                Returned = stamp,
                Outcome = Outcome.Known,
                Answer = reply(random, ended.Input),
            });
        }

        return new History<TInput, TAnswer>(done);
    }

    /// <summary>Asks and replies of <see cref="SeatsModel"/> at random, most of them wrong somewhere.</summary>
    public static History<SeatsModel.Ask, string> Seats(Random random, int operations) =>
        Random<SeatsModel.Ask, string>(
            random,
            operations,
            it => it.Next(5) switch
            {
                0 or 1 => new SeatsModel.Ask.Take(it.Next(3)),
                2 or 3 => new SeatsModel.Ask.Leave(it.Next(3)),
                _ => new SeatsModel.Ask.Count(),
            },
            (it, ask) => ask switch
            {
                SeatsModel.Ask.Count => $"{it.Next(3)}",
                _ when it.Next(5) == 0 => SeatsModel.Busy,
                SeatsModel.Ask.Take => it.Next(3) == 0 ? SeatsModel.Full : SeatsModel.Yes,
                _ => it.Next(2) == 0 ? SeatsModel.Missing : SeatsModel.Yes,
            });

    /// <summary>Asks and replies of <see cref="RegisterModel"/> at random.</summary>
    public static History<RegisterModel.Ask, RegisterModel.Reply> Register(Random random, int operations) =>
        Random<RegisterModel.Ask, RegisterModel.Reply>(
            random,
            operations,
            it => it.Next(5) switch
            {
                0 or 1 => new RegisterModel.Ask.Write(it.Next(3)),
                2 => new RegisterModel.Ask.Toss(),
                _ => new RegisterModel.Ask.Read(),
            },
            (it, ask) => ask is RegisterModel.Ask.Read
                ? new RegisterModel.Reply.Value(it.Next(3))
                : new RegisterModel.Reply.Done());
}
