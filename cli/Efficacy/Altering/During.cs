using Harness.Cli.Local;
using Harness.Protocol.Operations;
using Harness.Reference.Hosting;
using Harness.Reference.Store;

namespace Harness.Cli.Efficacy.Altering;

/// <summary>Alterations that hold while certain calls are handled, and at their side.</summary>
internal static class During
{
    // Long enough for rivals that are sent together to meet, short beside a scenario.
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(30);

    /// <summary>Other statements of the store, in calls of an operation only.</summary>
    public static Alteration Sql(Operation operation, string text, string other) => options =>
    {
        var inside = new AsyncLocal<bool>();
        return Alter.All(
            Wire.Calls(operation, call =>
            {
                inside.Value = true;
                return call.ProceedAsync();
            }),
            Alter.Sql(sql => inside.Value ? sql.Replace(text, other) : sql))(options);
    };

    /// <summary>Other statements of the store, in calls that meet a rival.</summary>
    /// <param name="subject">What they contend for; null for calls that have no part in it.</param>
    /// <param name="where">Whether a contended call is to go wrong.</param>
    /// <param name="text">Text of a statement.</param>
    /// <param name="other">What stands for it.</param>
    public static Alteration ContendedSql(
        Func<Call, string?> subject, Func<Call, bool> where, string text, string other) => options =>
    {
        var contended = new AsyncLocal<bool>();
        return Alter.All(
            Contention(options, subject, (call, isContended) => contended.Value = isContended && where(call)),
            Alter.Sql(sql => contended.Value ? sql.Replace(text, other) : sql))(options);
    };

    /// <summary>
    /// Checks what is so when a call arrives and acts on it later, so that rivals are decided on the same state.
    /// </summary>
    /// <param name="operation">The calls.</param>
    /// <param name="look">Reads what is checked.</param>
    /// <param name="act">Alters what is done, with what was seen; that is the default outside such a call.</param>
    public static Alteration CheckThenAct<TSeen>(
        Operation operation,
        Func<Call, StoreTransaction, Task<TSeen>> look,
        Func<Func<TSeen?>, Alteration> act) => options =>
    {
        var seen = new AsyncLocal<TSeen?>();
        return Alter.All(
            Wire.Calls(operation, async call =>
            {
                await using (var state = await options.Store.BeginReadAsync(call.Http.RequestAborted))
                    seen.Value = await look(call, state);
                await LingerAsync(options, call);
                return await call.ProceedAsync();
            }),
            act(() => seen.Value))(options);
    };

    /// <summary>Keeps a call waiting for as long as rivals that are sent with it take to arrive.</summary>
    public static Task LingerAsync(ReferenceOptions options, Call call) =>
        Task.Delay(Window, options.TechnicalTime, call.Http.RequestAborted);

    /// <summary>Writes into the store beside the handlers.</summary>
    public static async Task WriteAsync(ReferenceOptions options, string sql, object arguments)
    {
        await using var transaction = await options.Store.BeginWriteAsync(CancellationToken.None);
        await transaction.ExecuteAsync(sql, arguments);
        await transaction.CommitAsync(CancellationToken.None);
    }

    private static Alteration Contention(
        ReferenceOptions options, Func<Call, string?> subject, Action<Call, bool> mark)
    {
        var underWay = new Dictionary<string, int>();
        return Wire.Calls(async call =>
        {
            if (subject(call) is not { } contended)
                return await call.ProceedAsync();
            lock (underWay)
                underWay[contended] = underWay.GetValueOrDefault(contended) + 1;
            try
            {
                await LingerAsync(options, call);
                lock (underWay)
                    mark(call, underWay[contended] > 1);
                return await call.ProceedAsync();
            }
            finally
            {
                lock (underWay)
                    underWay[contended]--;
            }
        });
    }
}
