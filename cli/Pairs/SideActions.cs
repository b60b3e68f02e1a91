using Harness.Certification.Checks;
using Harness.Certification.Waiting;
using Harness.Features.Living;
using Harness.Protocol.Names;

namespace Harness.Cli.Pairs;

/// <summary>
/// What customers and operators of the two providers do, and what has to come of it. Whoever gets no answer asks
/// again, as people do.
/// </summary>
internal sealed class SideActions(
    SidePair pair, TimeSpan interval, TimeProvider time, CancellationToken cancellation)
{
    private const string Customer = "customer-1";

    /// <summary>What a step may take on a busy machine, with every process dying once at every step of it.</summary>
    public static readonly TimeSpan UsualDeadline = TimeSpan.FromMinutes(3);

    private Patience Patience => new(Deadline, interval, time);

    /// <summary>The longest wait for what has to come of a step.</summary>
    public TimeSpan Deadline { get; init; } = UsualDeadline;

    /// <summary>A customer creates at one side and brings the key to the other.</summary>
    /// <param name="creator">Where the customer creates.</param>
    /// <param name="environment">Id of the environment.</param>
    /// <param name="mbps">Bandwidth, in Mbps.</param>
    /// <param name="account">The customer's account, of the same id at both.</param>
    /// <returns>UUID of the connection.</returns>
    public async Task<string> CreateAsync(Side creator, string environment, int mbps, string account = Customer)
    {
        var issued = await AskAsync(creator, new Wish.Create(environment, mbps, account, account));
        var uuid = issued.Text("connectionId")!;
        // A second attempt is refused where the first one arrived and its answer was lost.
        await AskAsync(
            pair.Other(creator),
            new Wish.Accept(issued.Text("activationKey")!, account),
            answer => answer.IsSuccess || answer.Status == 409);
        return uuid;
    }

    public Task UpdateAsync(Side side, string uuid, int mbps) => AskAsync(
        side,
        new Wish.Update(uuid, mbps),
        // In the way is an update that goes on, such as the first attempt of this one.
        answer => answer.IsSuccess || answer.Status == 409);

    public Task DeleteAsync(Side side, string uuid) => AskAsync(
        side, new Wish.Delete(uuid), answer => answer.IsSuccess || answer.Status == 404);

    /// <summary>Waits until a portal shows a connection as one that customer traffic may use.</summary>
    public Task VerifiedAsync(Side side, string uuid) => Until(
        $"{uuid} at the portal of {side.Id}",
        () => side.AskAsync(new Wish.Show(uuid), cancellation),
        answer => answer?.Text("verificationState") == "VERIFIED",
        "VERIFIED");

    /// <summary>Waits until a portal tells the customer that a connection could not be made.</summary>
    public Task FailedAsync(Side side, string uuid) => Until(
        $"{uuid} at the portal of {side.Id}",
        () => side.AskAsync(new Wish.Show(uuid), cancellation),
        answer => answer?.Text("failure") is { Length: > 0 },
        "a failure that the customer is told of");

    /// <summary>Waits until a portal does not know a connection any more.</summary>
    public Task GoneAsync(Side side, string uuid) => Until(
        $"{uuid} at the portal of {side.Id}",
        () => side.AskAsync(new Wish.Show(uuid), cancellation),
        answer => answer?.Status == 404,
        "gone");

    public Task MigrateAsync(Side side, string uuid, string interconnect) => AskAsync(
        side, new Wish.Migrate(uuid, interconnect), answer => answer.IsSuccess || answer.Status == 409);

    public Task RotateAsync(Side side, ChannelName channel) => AskAsync(
        side, new Wish.Rotate(channel), answer => answer.IsSuccess || answer.Status == 409);

    public Task DeleteFeatureAsync(Side side, string uuid, ChannelName channel) => AskAsync(
        side, new Wish.DropFeature(uuid, channel), answer => answer.IsSuccess || answer.Status == 404);

    /// <summary>Plans maintenance; it is refused with 409 where the other side's is in the way (MNT-04).</summary>
    public Task<PortalAnswer> MaintainAsync(
        Side side, ChannelName channel, DateTimeOffset start, DateTimeOffset end) =>
        AskAsync(side, new Wish.Maintain(channel, start, end), _ => true);

    public Task CancelMaintenanceAsync(Side side, string maintenanceId) => AskAsync(
        side, new Wish.CancelMaintenance(maintenanceId), answer => answer.IsSuccess || answer.Status == 404);

    /// <summary>Moves both clocks on.</summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        pair.Advance(by);
        foreach (var side in pair.Both)
            await Until(
                $"the clock of {side.Id}",
                () => side.AdvanceAsync(pair.Now, cancellation),
                now => now >= pair.Now,
                $"to be at {pair.Now:O}");
    }

    /// <summary>Waits until something read has come to be as it should.</summary>
    /// <exception cref="CheckFailedException">It has not; says what was read last.</exception>
    public Task<T> Until<T>(string what, Func<Task<T>> read, Func<T, bool> wanted, string expected) =>
        Wait.UntilAsync(what, _ => read(), wanted, expected, Patience, cancellation);

    private async Task<PortalAnswer> AskAsync(Side side, Wish wish, Func<PortalAnswer, bool>? wanted = null) =>
        (await Until(
            $"the answer of {side.Id} to {wish}",
            async () =>
            {
                var answer = await side.AskAsync(wish, cancellation);
                // Of no use to ask again: it would be refused for ever.
                Check.That(
                    $"the answer of {side.Id} to {wish}",
                    answer is not { Status: 400 or 401 or 403 },
                    "a request that is not wrong by itself",
                    $"{answer}");
                return answer;
            },
            answer => answer is not null && (wanted ?? (it => it.IsSuccess))(answer),
            "success"))!;
}
