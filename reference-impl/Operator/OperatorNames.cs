using System.Diagnostics.CodeAnalysis;
using Harness.Protocol.Names;
using Harness.Reference.Errors;
using Harness.Reference.Testbed;

namespace Harness.Reference.Operator;

/// <summary>Finds the resources that an operator names by their ids.</summary>
internal static class OperatorNames
{
    public static Refusal NotFound { get; } = new(
        ErrorCode.NotFound,
        "COM-02",
        "expected the ids of a resource of the testbed, found others; check environment, interconnect and channel");

    public static bool TryFind(
        TestbedModel testbed,
        IChannelRequest request,
        [NotNullWhen(true)] out ChannelName? channel,
        [NotNullWhen(false)] out Refusal? missing)
    {
        var name = testbed.FindEnvironment(request.Environment ?? "")?.Name
            .Interconnect(request.Interconnect ?? "").Channel(request.Channel ?? "");
        channel = name is not null && testbed.Find(name) is not null ? name : null;
        missing = channel is null ? NotFound : null;
        return channel is not null;
    }
}
