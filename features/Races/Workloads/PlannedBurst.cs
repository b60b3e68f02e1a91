namespace Harness.Features.Races.Workloads;

/// <summary>A burst as planned: the requests of each client, in their order.</summary>
public sealed record PlannedBurst<TInput>(IReadOnlyList<IReadOnlyList<TInput>> Clients);
