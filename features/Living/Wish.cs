using Harness.Protocol.Names;

namespace Harness.Features.Living;

/// <summary>
/// What a customer or an operator asks of a provider at its portal. Closed: one of the nested records.
/// </summary>
public abstract record Wish
{
    private Wish()
    {
    }

    /// <summary>A customer creates; the answer has <c>connectionId</c> and <c>activationKey</c> (KEY-01).</summary>
    /// <param name="Environment">Id of the environment.</param>
    /// <param name="Mbps">Bandwidth, in Mbps.</param>
    /// <param name="Account">The customer's account.</param>
    /// <param name="RemoteAccount">Its account at the other provider.</param>
    public sealed record Create(string Environment, int Mbps, string Account, string RemoteAccount) : Wish;

    /// <summary>A customer brings the other provider's key (KEY-04).</summary>
    /// <param name="ActivationKey">A secret (SEC-05).</param>
    /// <param name="Account">The customer's account.</param>
    public sealed record Accept(string ActivationKey, string Account) : Wish
    {
        /// <summary>Leaves out the key (SEC-05).</summary>
        public override string ToString() => $"{nameof(Accept)} {{ of {Account} }}";
    }

    /// <summary>A customer asks for another bandwidth, in Mbps.</summary>
    public sealed record Update(string Uuid, int Mbps) : Wish;

    /// <summary>A customer deletes.</summary>
    public sealed record Delete(string Uuid) : Wish;

    /// <summary>
    /// A customer looks; the answer has <c>verificationState</c>, and <c>failure</c> where it could not be made.
    /// </summary>
    public sealed record Show(string Uuid) : Wish;

    /// <summary>An operator moves a connection to another interconnect of its environment.</summary>
    public sealed record Migrate(string Uuid, string Interconnect) : Wish;

    /// <summary>An operator rotates the key of a channel whose keys the provider manages.</summary>
    public sealed record Rotate(ChannelName Channel) : Wish;

    /// <summary>An operator deletes the feature of a connection on a channel.</summary>
    public sealed record DropFeature(string Uuid, ChannelName Channel) : Wish;

    /// <summary>An operator plans maintenance of a channel; the answer has <c>maintenanceId</c>.</summary>
    public sealed record Maintain(ChannelName Channel, DateTimeOffset Start, DateTimeOffset End) : Wish;

    /// <summary>An operator cancels maintenance.</summary>
    public sealed record CancelMaintenance(string MaintenanceId) : Wish;
}
