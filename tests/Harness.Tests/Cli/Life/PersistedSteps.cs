using Harness.Cli.Life;
using Harness.Tests.Reference;

namespace Harness.Tests.Cli.Life;

/// <summary>The steps at which a killed reference has to have been killed.</summary>
internal static class PersistedSteps
{
    /// <summary>Each point of every kind of delivery that there is, whichever handlers come to be added.</summary>
    public static async Task<IReadOnlyList<string>> OfDeliveriesAsync()
    {
        var kinds = new List<string>();
        await using var reference = await TestReference.StartAsync(options => options with
        {
            Deliverer = handler =>
            {
                kinds.Add(handler.Kind);
                return handler;
            },
        });
        return [.. from kind in kinds from point in CrashOnce.OfDeliveries select CrashOnce.Line(kind, point)];
    }
}
