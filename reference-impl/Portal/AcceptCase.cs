using Harness.Protocol.Resources;
using Harness.Reference.Interconnects;
using Harness.Reference.Testbed;

namespace Harness.Reference.Portal;

/// <summary>A key that a customer brings, and what stands in its way.</summary>
/// <param name="Key">The key; null where it cannot be read.</param>
/// <param name="Environment">The environment that it is for; null where there is none that we can make connections
/// in.</param>
/// <param name="Account">The customer's account; null where there is none of that id.</param>
/// <param name="Connections">How many connections the account has, counted up to its quota.</param>
/// <param name="Interconnects">The environment's interconnects as they are now.</param>
/// <param name="Known">What is stored under the key's UUID, deleted ones included; null for nothing.</param>
public sealed record AcceptCase(
    ActivationKey? Key,
    TestbedEnvironment? Environment,
    TestbedAccount? Account,
    int Connections,
    IReadOnlyList<InterconnectRow> Interconnects,
    CustomerConnectionRow? Known);
