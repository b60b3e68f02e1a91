using Harness.Protocol.Names;
using Harness.Protocol.Operations;
using Harness.Simulator.Serving;
using Harness.Simulator.State;

namespace Harness.Simulator.Defaults;

/// <summary>What a partner that keeps the protocol answers.</summary>
internal sealed class WellBehavedPartner(PartnerOptions options, PartnerState state)
{
    private readonly StaticDefaults statics = new(state);
    private readonly ConnectionDefaults connections = new(options, state);
    private readonly FeatureDefaults features = new(state);
    private readonly ChannelDefaults channels = new(options, state);
    private readonly IssueDefaults issues = new(options, state);

    public PartnerReply Answer(PartnerRequest request)
    {
        if (request.Address.Operation is not { } operation)
            return PartnerReply.NotFound;
        if (operation == PublishedOperations.ListProviders)
            return statics.ListProviders(request);
        if (request.Address.Resource is not { } resource || !MayRead(operation, resource))
            return PartnerReply.NotFound;

        // A caller sees nothing below another provider's prefix, and no hint of it either (COM-03, COM-12).
        return resource switch
        {
            ConnectionName name => connections.Answer(operation, name, request),
            FeatureName name => features.Answer(operation, name, request),
            ChannelName name => channels.Answer(operation, name, request),
            MacSecKeyName name => channels.Answer(operation, name, request),
            IssueName name => issues.Answer(operation, name, request),
            InterconnectName name when operation == PublishedOperations.ListConnections =>
                connections.List(name, request),
            ProviderName name when operation == PublishedOperations.ListIssues => issues.List(name, request),
            _ => statics.Answer(operation, resource, request),
        };
    }

    private bool MayRead(Operation operation, ResourceName resource) =>
        resource.Root() == options.Target
        || (operation == PublishedOperations.GetProvider && resource == options.Provider);
}
