using Harness.Reference.Interconnects;
using Harness.Reference.Testbed;

namespace Harness.Reference.Portal;

/// <summary>What a customer wants to create, and what stands in its way.</summary>
/// <param name="Request">What the customer wants.</param>
/// <param name="Environment">The chosen environment; null where there is none of that id.</param>
/// <param name="Account">The customer's account; null where there is none of that id.</param>
/// <param name="Connections">How many connections the account has, counted up to its quota.</param>
/// <param name="Interconnects">The environment's interconnects as they are now.</param>
public sealed record PortalCase(
    CreatePortalConnection Request,
    TestbedEnvironment? Environment,
    TestbedAccount? Account,
    int Connections,
    IReadOnlyList<InterconnectRow> Interconnects);
