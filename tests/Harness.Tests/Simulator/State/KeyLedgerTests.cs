using System.Text;
using Harness.Simulator.State;
using NUnit.Framework;

namespace Harness.Tests.Simulator.State;

public sealed class KeyLedgerTests
{
    private static readonly string Issued = Encoded("""
        {"version":1,"destinationEnvironmentUri":"e","sharedConnectionUuid":"u","connectionSizeMbps":50,
        "destinationAccountId":"a"}
        """);

    private readonly KeyLedger ledger = new(new Lock());

    [Test]
    public void A_key_that_says_the_same_in_another_order_is_the_same()
    {
        ledger.Issue(Issued);

        Assert.That(ledger.Confirm(Encoded("""
            {"destinationAccountId":"a", "connectionSizeMbps":50, "sharedConnectionUuid":"u",
             "destinationEnvironmentUri":"e", "version":1}
            """)));
        Assert.That(ledger.Use(Issued));
        Assert.That(ledger.Confirm(Issued), Is.False, "it is used");
    }

    [Test]
    public void A_key_that_says_something_else_is_another()
    {
        ledger.Issue(Issued);

        Assert.That(ledger.Confirm(Encoded("""
            {"version":1,"destinationEnvironmentUri":"e","sharedConnectionUuid":"u","connectionSizeMbps":51,
            "destinationAccountId":"a"}
            """)), Is.False);
    }

    [Test]
    public void What_cannot_be_read_is_known_by_its_letters()
    {
        ledger.Issue("no key");

        Assert.That(ledger.Confirm("no key"));
        Assert.That(ledger.Confirm("none"), Is.False);
    }

    private static string Encoded(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json));
}
