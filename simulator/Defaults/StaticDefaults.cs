using Harness.Protocol.Json;
using Harness.Protocol.Names;
using Harness.Protocol.Operations;
using Harness.Protocol.Resources;
using Harness.Simulator.Serving;
using Harness.Simulator.State;

namespace Harness.Simulator.Defaults;

/// <summary>Providers, environments, interconnects, and confirmations of activation keys.</summary>
internal sealed class StaticDefaults(PartnerState state)
{
    public PartnerReply ListProviders(PartnerRequest request) => Pages.Of(
        request,
        state.Providers.Children(null),
        (page, next) => PartnerReply.Ok(
            new ListProvidersResponse(page, null, next), ProtocolJson.Default.ListProvidersResponse));

    public PartnerReply Answer(Operation operation, ResourceName resource, PartnerRequest request) =>
        (resource, operation.Id) switch
        {
            (ProviderName name, "GetProvider") => state.Providers.Get(name) is { } found
                ? PartnerReply.Ok(found, ProtocolJson.Default.Provider)
                : PartnerReply.NotFound,
            (ProviderName name, "ListEnvironments") => ListEnvironments(name, request),
            (EnvironmentName name, _) when state.Environments.Get(name) is { } found =>
                InEnvironment(operation, name, found, request),
            (InterconnectName name, _) when state.Interconnects.Get(name) is { } found =>
                InInterconnect(operation, name, found, request),
            _ => PartnerReply.NotFound,
        };

    private PartnerReply InEnvironment(
        Operation operation,
        EnvironmentName name,
        Environment found,
        PartnerRequest request) => operation.Id switch
        {
            "GetEnvironment" => PartnerReply.Ok(found, ProtocolJson.Default.Environment),
            "ConfirmActivationKey" => ConfirmActivationKey(request),
            "ListInterconnects" => Pages.Of(
                request,
                state.Interconnects.Children(name),
                (page, next) => PartnerReply.Ok(
                    new ListInterconnectsResponse(page, next), ProtocolJson.Default.ListInterconnectsResponse)),
            _ => PartnerReply.NotFound,
        };

    private PartnerReply InInterconnect(
        Operation operation,
        InterconnectName name,
        Interconnect found,
        PartnerRequest request) => operation.Id switch
        {
            "GetInterconnect" => PartnerReply.Ok(found, ProtocolJson.Default.Interconnect),
            "ListChannels" => Pages.Of(
                request,
                state.Channels.Children(name),
                (page, next) => PartnerReply.Ok(
                    new ListChannelsResponse(page, next), ProtocolJson.Default.ListChannelsResponse)),
            _ => PartnerReply.NotFound,
        };

    private PartnerReply ListEnvironments(ProviderName name, PartnerRequest request) => Pages.Of(
        request,
        state.Environments.Children(name),
        (page, next) => PartnerReply.Ok(
            new ListEnvironmentsResponse(page, next), ProtocolJson.Default.ListEnvironmentsResponse));

    private PartnerReply ConfirmActivationKey(PartnerRequest request)
    {
        if (!request.TryRead(ProtocolJson.Default.ConfirmActivationKeyRequest, out var asked))
            return PartnerReply.Refuse(400, "expected a ConfirmActivationKeyRequest");
        var encoded = asked.EncodedKey
            ?? (asked.Key is null ? null : Protocol.ActivationKeyCodec.Encode(asked.Key));
        return encoded is null
            ? PartnerReply.Refuse(400, "expected encodedKey, or the deprecated key")
            : PartnerReply.Ok(
                new ConfirmActivationKeyResponse(state.Keys.Confirm(encoded)),
                ProtocolJson.Default.ConfirmActivationKeyResponse);
    }
}
