using Harness.Reference.ActivationKeys;
using Harness.Reference.Channels;
using Harness.Reference.Connections;
using Harness.Reference.Environments;
using Harness.Reference.Features;
using Harness.Reference.Interconnects;
using Harness.Reference.Issues;
using Harness.Reference.MacSec;
using Harness.Reference.Maintenance;
using Harness.Reference.OpenApi;
using Harness.Reference.Operator;
using Harness.Reference.Portal;
using Harness.Reference.Providers;
using Harness.Reference.Security;

namespace Harness.Reference.Hosting;

/// <summary>The one list of what stands before the endpoints, and of the endpoints.</summary>
internal static class ReferencePipeline
{
    public static void Use(WebApplication app, ReferenceOptions options, Coordinator coordinator)
    {
        foreach (var before in options.Before)
            app.Use(before);
        app.UseMiddleware<ErrorAnswers>(options.TechnicalTime);
        app.UseMiddleware<AccessControl>(
            options.Rules, options.Testbed.Provider.Id, options.Callers, options.PortalToken);
        app.UseRouting();

        app.MapHealth(coordinator);
        app.MapContractDocument();
        app.MapProviders(coordinator);
        app.MapEnvironments(coordinator);
        app.MapInterconnects(coordinator);
        app.MapChannels(coordinator);
        app.MapMacSecKeys(coordinator);
        app.MapMaintenance(coordinator);
        app.MapIssues(coordinator);
        app.MapOperator(coordinator);
        app.MapOperatorMaintenance(coordinator);
        app.MapOperatorConnections(coordinator);
        app.MapActivationKeys(coordinator);
        app.MapConnections(coordinator);
        app.MapFeatures(coordinator);
        app.MapPortal(coordinator);
    }
}
