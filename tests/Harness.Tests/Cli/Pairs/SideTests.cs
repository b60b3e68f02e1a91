using Harness.Cli;
using Harness.Cli.Pairs;
using Harness.Features.Living;
using Harness.Protocol.Client;
using Harness.Protocol.Names;
using NUnit.Framework;

namespace Harness.Tests.Cli.Pairs;

public sealed class SideTests
{
    [Test]
    public void A_side_that_cannot_be_had_any_more_says_why_whatever_is_asked_of_it()
    {
        using var http = new HttpMessageInvoker(new SocketsHttpHandler());
        var options = new ClientOptions(new Uri("https://localhost"), NoAuthentication.Instance, TimeProvider.System);
        var side = new Side("borealis", new Closed(), new CoordinatorClient(http, options), () => "it is broken");
        var interconnect = new ProviderName("aurora").Environment("env-1").Interconnect("ix1");

        Assert.Multiple(() =>
        {
            ThrowsWhy(() => side.AskAsync(new Wish.Show("it"), CancellationToken.None));
            ThrowsWhy(() => side.ReadAsync([interconnect], CancellationToken.None));
            ThrowsWhy(() => side.ReadKeysAsync(interconnect.Channel("ch1"), CancellationToken.None));
        });
    }

    private static void ThrowsWhy(Func<Task> ask) =>
        Assert.That(ask, Throws.TypeOf<CannotRunException>().With.Message.EqualTo("borealis: it is broken"));

    private sealed class Closed : IPortal
    {
        public Task<PortalAnswer?> AskAsync(Wish wish, CancellationToken cancellation) =>
            throw new InvalidOperationException("nobody is there");

        public Task<DateTimeOffset?> AdvanceAsync(DateTimeOffset to, CancellationToken cancellation) =>
            throw new InvalidOperationException("nobody is there");
    }
}
