using System.Diagnostics.CodeAnalysis;
using Harness.Certification.Bindings;
using Harness.Certification.Verdicts;
using NUnit.Framework;

namespace Harness.Tests.Certification.Running;

[TestFixture]
public sealed class ArgumentTests
{
    [Test]
    public async Task Steps_get_their_arguments_by_type_and_by_transformation()
    {
        var plan = TestSuite.PlanOf(
            """
            Feature: Arguments
              @COM-01
              Scenario: All of them
                When I take 7 and 2.5 and "a b" and dark blue
                When I take 50 Mbps to east-7
                When I take 2 of 9
                When I take 2026-11-20
                When I take rows
                  | name | size |
                  | a    | 1    |
                  | b    | 2    |
                When I take text
                  '''
                  line one
                  line two
                  '''
                Then do nothing
            """.Replace("'''", "\"\"\""),
            typeof(Takers));
        var host = new TestHost(new Script());

        var run = await host.RunAsync(plan);

        Assert.That(run.Scenarios[0].Message, Is.Null);
        Assert.That(run.Scenarios[0].Verdict, Is.EqualTo(Verdict.Pass));
        Assert.That(host.Events.SkipLast(1), Is.EqualTo([
            "7 2.5 a b DarkBlue",
            "50000000 to EAST-7",
            "2 of 9",
            "2026-11-20",
            "a=1 b=2",
            "line one\nline two",
        ]));
    }

    internal enum Colour
    {
        DarkBlue,
    }

    internal sealed record Rate(long BitsPerSecond);

    internal sealed record Sized(string Name, int Size);

    [Binding]
    [SuppressMessage("Performance", "CA1822", Justification = "Steps on instances are what is tested")]
    internal sealed class Takers(TestHost host)
    {
        [When("I take {int} and {float} and {string} and {}")]
        public void Simple(int number, decimal amount, string text, Colour colour) =>
            host.Happened($"{number} {amount} {text} {colour}");

        [When("I take {rate} to {word}")]
        public ValueTask Named(Rate rate, Shout word)
        {
            host.Happened($"{rate.BitsPerSecond} to {word.Text}");
            return ValueTask.CompletedTask;
        }

        [When(@"^I take (\d) of (\d)$")]
        public void Regular(int part, int whole) => host.Happened($"{part} of {whole}");

        [When("I take {day}")]
        public async Task Grouped(DateOnly day)
        {
            await Task.Yield();
            host.Happened($"{day:yyyy-MM-dd}");
        }

        [When("I take rows")]
        public void Rows(IReadOnlyList<Sized> rows) =>
            host.Happened(string.Join(' ', rows.Select(it => $"{it.Name}={it.Size}")));

        [When("I take text")]
        public void Text(string text) => host.Happened(text);

        [StepArgumentTransformation(@"(\d+) Mbps", Name = "rate")]
        public Rate ToRate(string number) => new(long.Parse(number) * 1_000_000);

        [StepArgumentTransformation(@"(\d{4})-(\d\d)-(\d\d)", Name = "day")]
        public static DateOnly ToDay(string year, string month, string day) =>
            new(int.Parse(year), int.Parse(month), int.Parse(day));

        [StepArgumentTransformation]
        public static async Task<Shout> ToShout(string text)
        {
            await Task.Yield();
            return new Shout(text.ToUpperInvariant());
        }

        [StepArgumentTransformation]
        public IReadOnlyList<Sized> ToSized(DataTable table) =>
            table.CreateSet(row => new Sized(row["name"], int.Parse(row["size"])));
    }

    internal sealed record Shout(string Text);
}
