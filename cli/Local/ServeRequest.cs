namespace Harness.Cli.Local;

/// <summary>What <c>harness serve</c> was asked to do, as it was typed; null where it was not.</summary>
/// <param name="Directory">Where files go.</param>
/// <param name="Testbed">Path of a testbed file.</param>
/// <param name="Environments">How many environments the default testbed has.</param>
/// <param name="Listen">Address and port of the server.</param>
/// <param name="Partner">Address and port at which the partner is called.</param>
/// <param name="Certificate">Path of the server's certificate.</param>
/// <param name="Key">Path of its private key.</param>
/// <param name="Store">Path of the database, or <c>memory</c>.</param>
/// <param name="ControlledClock">The protocol's clock stands still until it is advanced.</param>
/// <param name="Tokens">Sources of tokens, as <c>PROVIDER=SOURCE</c>.</param>
/// <param name="PortalToken">Source of the portal's token.</param>
/// <param name="PeerAuthority">Path of the authority that issued the peers' certificates.</param>
/// <param name="ClockStart">Where a controlled clock begins, RFC 3339.</param>
/// <param name="LongestRetry">Longest wait between two attempts of a call to a peer, in seconds.</param>
/// <param name="CrashBook">Path of the book of the steps at which it is killed; for self-tests.</param>
/// <param name="UntilInputEnds">It stops when its standard input ends, as its parent does.</param>
internal sealed record ServeRequest(
    string Directory,
    string? Testbed,
    int? Environments,
    string? Listen,
    string? Partner,
    string? Certificate,
    string? Key,
    string? Store,
    bool ControlledClock,
    IReadOnlyList<string> Tokens,
    string? PortalToken,
    string? PeerAuthority,
    string? ClockStart,
    int? LongestRetry,
    string? CrashBook,
    bool UntilInputEnds);
