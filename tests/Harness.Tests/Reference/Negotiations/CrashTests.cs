using Harness.Reference.Negotiations;
using Harness.Reference.Outbox;
using NUnit.Framework;

namespace Harness.Tests.Reference.Negotiations;

/// <summary>A coordinator that dies in any step goes on from there, and nothing is lost or left over.</summary>
[TestFixture]
public sealed class CrashTests
{
    /// <summary>Every stored step, those of channels, and what follows them.</summary>
    private static IEnumerable<string> Steps =>
    [
        .. Enum.GetValues<NegotiationStep>().Where(HasHandler).Select(step => step.ToString()),
        DeliveryKinds.AskGuidance,
        DeliveryKinds.ProposeFeature,
        DeliveryKinds.ActivateFeature,
        DeliveryKinds.NotifyConnectionStatus,
        DeliveryKinds.RefreshConnection,
        DeliveryKinds.DeleteConnection,
        DeliveryKinds.DrainFeature,
        DeliveryKinds.DeleteFeature,
    ];

    [Test]
    public async Task A_coordinator_that_dies_in_a_step_goes_on_from_there(
        [ValueSource(nameof(Steps))] string step, [Values] bool answerLost)
    {
        var crash = new Crash(step, answerLost);
        await using var pair = await ReferencePair.StartAsync(options => options with { Deliverer = crash.Of });
        if (step == nameof(NegotiationStep.RollBack))
            await FailAsync(pair, crash);
        else if (step is nameof(NegotiationStep.LeaveOld) or DeliveryKinds.DeleteConnection)
            await MigrateAsync(pair, crash);
        else if (step is DeliveryKinds.DrainFeature or DeliveryKinds.DeleteFeature)
            await WithdrawAsync(pair, crash);
        else
            await CreateAsync(pair, crash);
    }

    private static bool HasHandler(NegotiationStep step) =>
        step is not (NegotiationStep.AgreeFeatures or NegotiationStep.AwaitPeer or NegotiationStep.AwaitVerification);

    private static async Task CreateAsync(ReferencePair pair, Crash crash)
    {
        var uuid = await pair.AcceptAsync();
        await crash.Reached;
        await pair.RestartAuroraAsync();

        await pair.BothAsync(uuid, "VERIFIED");
        await AgreeAsync(pair, "ix-keys 1000 4");
    }

    private static async Task MigrateAsync(ReferencePair pair, Crash crash)
    {
        var uuid = await pair.AcceptAsync();
        await pair.BothAsync(uuid, "VERIFIED");
        await pair.MigrateAsync(uuid, "ix1");
        await crash.Reached;
        await pair.RestartAuroraAsync();

        await AgreeAsync(pair, "ix1 1000 4");
        await pair.BothAsync(uuid, "VERIFIED");
    }

    private static async Task WithdrawAsync(ReferencePair pair, Crash crash)
    {
        var uuid = await pair.AcceptAsync();
        await pair.BothAsync(uuid, "VERIFIED");
        await pair.WithdrawAsync(uuid, "ix-keys", "ch1");
        await crash.Reached;
        await pair.RestartAuroraAsync();

        await AgreeAsync(pair, "ix-keys 1000 4");
        await pair.BothAsync(uuid, "VERIFIED");
    }

    private static async Task FailAsync(ReferencePair pair, Crash crash)
    {
        foreach (var channel in (string[])["ch1", "ch2"])
            pair.ToBorealis.OnBody("/features?", $"/channels/{channel}\"", _ => Wire.Answer(409));
        var uuid = await pair.AcceptAsync();
        await crash.Reached;
        await pair.RestartAuroraAsync();

        await pair.FailedAsync(uuid);
        await pair.NothingLeftAsync();
    }

    private static async Task AgreeAsync(ReferencePair pair, string place)
    {
        foreach (var side in (TestReference[])[pair.Aurora, pair.Borealis])
        {
            await Eventually.SeeAsync(
                place,
                async () => string.Join(", ", await pair.PlacesAsync(side)),
                seen => seen == place);
            await Eventually.SeeAsync(
                "nothing to be left to do",
                () => side.Host.Coordinator.Store.ReadAsync(
                    transaction => transaction.ScalarAsync<int>(
                        """
                        SELECT (SELECT COUNT(*) FROM deliveries) + (SELECT COUNT(*) FROM negotiations)
                            + (SELECT COUNT(*) FROM feature_proposals)
                        """),
                    CancellationToken.None),
                left => left == 0);
        }
    }

    /// <summary>Dies at the first delivery of a kind: before it, or after it and before anything is written.</summary>
    private sealed class Crash(string kind, bool answerLost)
    {
        private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => reached.Task.WaitAsync(TimeSpan.FromSeconds(10));

        public IDeliveryHandler Of(IDeliveryHandler handler) =>
            handler.Kind == kind ? new Dying(this, handler) : handler;

        private sealed class Dying(Crash crash, IDeliveryHandler inner) : IDeliveryHandler
        {
            public string Kind => inner.Kind;

            public async Task<DeliveryResult> DeliverAsync(Delivery delivery, CancellationToken cancellation)
            {
                if (crash.AnswerLost)
                    await inner.DeliverAsync(delivery, cancellation);
                crash.reached.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
                return new DeliveryResult.Again("never comes to this");
            }
        }

        private bool AnswerLost => answerLost;
    }
}
