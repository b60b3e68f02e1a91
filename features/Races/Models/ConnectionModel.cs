using Harness.Certification.Linearizability;

namespace Harness.Features.Races.Models;

/// <summary>
/// Connections on one interconnect, or on two of one environment, one request at a time: bandwidth is reserved by an
/// accepted creation (CON-02, CON-04), changed by an accepted update (UPD-01, UPD-02), freed by a delete (DEL-03); an
/// id
/// stands on an interconnect once (CON-03), may stand on two (MIG-01), and is dead once it is deleted (KEY-16).
/// </summary>
/// <param name="room">What the race may use of each interconnect, in Mbps.</param>
/// <param name="sizesMbps">Sizes that the race uses, in Mbps.</param>
/// <param name="start">What stands there at the start.</param>
public sealed class ConnectionModel(
    IReadOnlyList<long> room,
    IReadOnlyList<int> sizesMbps,
    ConnectionState start) : ISequentialModel<ConnectionState, ConnectionInput, ConnectionAnswer>
{
    private const int Conflict = 409;
    private const int Missing = 404;

    public string Name => "connections and their bandwidth, one request at a time";

    public ConnectionState Start(string partition) => start;

    public IEnumerable<ConnectionState> Apply(
        ConnectionState state,
        ConnectionInput input,
        ConnectionAnswer? answer,
        bool contended) => input switch
        {
            ConnectionInput.Create create => Create(state, create, answer, contended),
            ConnectionInput.Update update => Update(state, update, answer, contended),
            ConnectionInput.Delete => Delete(state, input, answer),
            ConnectionInput.Read => Look(state, input, answer, SizeOf(state, input)),
            _ => Look(state, input, answer, null),
        };

    /// <summary>Writes contend for an interconnect's room, and for an id wherever it stands.</summary>
    public bool Rivals(ConnectionInput one, ConnectionInput other) =>
        !IsRead(one) && !IsRead(other)
        && (one.Interconnect == other.Interconnect || one.Connection == other.Connection);

    public bool IsRead(ConnectionInput input) => input is ConnectionInput.Read or ConnectionInput.Notify;

    public bool KeepsState(ConnectionInput input, ConnectionAnswer answer) =>
        IsRead(input) || answer is ConnectionAnswer.Refused;

    public string Describe(ConnectionInput input) => input switch
    {
        ConnectionInput.Create it => $"create {Named(it)} with {it.SizeMbps} Mbps",
        ConnectionInput.Update it => $"update {Named(it)} to {it.SizeMbps} Mbps",
        ConnectionInput.Delete it => $"delete {Named(it)}",
        ConnectionInput.Notify it => $"notify of {Named(it)}",
        _ => $"read {Named(input)}",
    };

    public string Describe(ConnectionAnswer answer) => answer switch
    {
        ConnectionAnswer.Done { Mbps: { } mbps } => $"200, {mbps} Mbps",
        ConnectionAnswer.Refused refused => $"{refused.Status}",
        _ => "200",
    };

    public string Explain(ConnectionState state) => string.Join("; ", room.Select((_, interconnect) =>
    {
        var standing = Enumerable.Range(0, ConnectionState.MostConnections)
            .Where(connection => state.SizeOf(connection, interconnect) > 0)
            .Select(connection =>
                $"{ConnectionWords.Of(connection)} with {sizesMbps[state.SizeOf(connection, interconnect) - 1]} Mbps")
            .ToList();
        return $"{ConnectionWords.Interconnect(interconnect)} has "
            + (standing.Count == 0 ? "none of them" : string.Join(", ", standing))
            + $", and {Free(state, interconnect)} Mbps left";
    }));

    private IEnumerable<ConnectionState> Create(
        ConnectionState state,
        ConnectionInput.Create create,
        ConnectionAnswer? answer,
        bool contended)
    {
        var (connection, interconnect) = (create.Connection, create.Interconnect);
        var stands = state.SizeOf(connection, interconnect) > 0;
        var elsewhere = state.StandsElsewhere(connection, interconnect);
        var fits = create.SizeMbps <= Free(state, interconnect);
        var dead = state.HasEnded(connection) && !elsewhere;
        if (answer is ConnectionAnswer.Refused refused)
        {
            // Whether a key still counts that was deleted with the connection it moved away from, is not said.
            var refusable = dead || (elsewhere && state.HasMoved(connection));
            return Kept(state, IsRefusal(refused) && refusable
                || (refused.Status == Conflict && (stands || !fits || contended)));
        }

        return !stands && fits && !dead && Named(answer, create.SizeMbps)
            ? [state.With(connection, interconnect, IndexOf(create.SizeMbps))]
            : [];
    }

    private IEnumerable<ConnectionState> Update(
        ConnectionState state,
        ConnectionInput.Update update,
        ConnectionAnswer? answer,
        bool contended)
    {
        var now = SizeOf(state, update);
        var fits = now is { } had && update.SizeMbps - had <= Free(state, update.Interconnect);
        if (answer is ConnectionAnswer.Refused refused)
            return Kept(state, (refused.Status == Missing && now is null)
                || (refused.Status == Conflict && (contended || (now is not null && !fits))));
        return fits && Named(answer, update.SizeMbps)
            ? [state.With(update.Connection, update.Interconnect, IndexOf(update.SizeMbps))]
            : [];
    }

    // Never declined for the connection's state (DEL-04); repeated, 200 or 404 (DEL-06).
    private IEnumerable<ConnectionState> Delete(ConnectionState state, ConnectionInput input, ConnectionAnswer? answer)
    {
        var stands = SizeOf(state, input) is not null;
        if (answer is ConnectionAnswer.Refused refused)
            return Kept(state, !stands && refused.Status == Missing);
        return [stands ? state.Without(input.Connection, input.Interconnect) : state];
    }

    private IEnumerable<ConnectionState> Look(
        ConnectionState state,
        ConnectionInput input,
        ConnectionAnswer? answer,
        int? mbps)
    {
        var stands = SizeOf(state, input) is not null;
        return Kept(state, answer switch
        {
            ConnectionAnswer.Refused refused => !stands && refused.Status == Missing,
            ConnectionAnswer.Done done => stands && (mbps is null || done.Mbps == mbps),
            _ => true,
        });
    }

    private long Free(ConnectionState state, int interconnect)
    {
        var free = room[interconnect];
        for (var connection = 0; connection < ConnectionState.MostConnections; connection++)
            if (state.SizeOf(connection, interconnect) is > 0 and var size)
                free -= sizesMbps[size - 1];
        return free;
    }

    private int? SizeOf(ConnectionState state, ConnectionInput input) =>
        state.SizeOf(input.Connection, input.Interconnect) is > 0 and var size ? sizesMbps[size - 1] : null;

    private int IndexOf(int mbps)
    {
        for (var index = 0; index < sizesMbps.Count; index++)
            if (sizesMbps[index] == mbps)
                return index + 1;
        throw new ArgumentException($"{mbps} Mbps are none of the sizes that the race uses");
    }

    private string Named(ConnectionInput input) => room.Count == 1
        ? ConnectionWords.Of(input.Connection)
        : $"{ConnectionWords.Of(input.Connection)} on {ConnectionWords.Interconnect(input.Interconnect)}";

    // An unknown answer may have been any.
    private static bool Named(ConnectionAnswer? answer, int mbps) =>
        answer is null || (answer is ConnectionAnswer.Done done && done.Mbps == mbps);

    private static bool IsRefusal(ConnectionAnswer.Refused refused) => refused.Status is >= 400 and <= 499;

    private static IEnumerable<ConnectionState> Kept(ConnectionState state, bool legal) => legal ? [state] : [];
}
