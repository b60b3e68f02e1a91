using System.Globalization;
using Harness.Reference.Clock;
using NUnit.Framework;

namespace Harness.Tests.Reference.Operator;

public sealed class OperatorApiTests
{
    private TestReference reference = null!;

    [SetUp]
    public async Task Start() => reference = await TestReference.StartAsync();

    [TearDown]
    public async Task Stop() => await reference.DisposeAsync();

    [Test]
    public async Task The_clock_is_read_and_advanced()
    {
        var read = await reference.Portal.GetJsonAsync("/operator/v1/clock");
        var advanced = await reference.Portal.PostJsonAsync("/operator/v1/clock", """{"advanceSeconds":7199}""")
            .AcceptedAsync();

        Assert.That((string?)read["now"], Is.EqualTo("2026-03-01T12:00:00Z"));
        Assert.That((bool?)read["controllable"], Is.True);
        Assert.That((string?)advanced["now"], Is.EqualTo("2026-03-01T13:59:59Z"));
        Assert.That(reference.Clock.GetUtcNow(), Is.EqualTo(TestReference.Start.AddSeconds(7199)));
    }

    [TestCase("""{"advanceSeconds":-1}""")]
    [TestCase("""{"advanceSeconds":1e300}""")]
    [TestCase("""{"advanceSeconds":"1"}""")]
    [TestCase("{}")]
    [TestCase("")]
    public async Task A_step_that_cannot_be_made_is_refused(string body)
    {
        await reference.Portal.PostJsonAsync("/operator/v1/clock", body).RefusedAsync(400);

        Assert.That(reference.Clock.GetUtcNow(), Is.EqualTo(TestReference.Start));
    }

    [Test]
    public async Task A_real_clock_is_read_and_not_advanced()
    {
        await using var real = await TestReference.StartAsync(options => options with { Clock = TimeProvider.System });

        var read = await real.Portal.GetJsonAsync("/operator/v1/clock");

        Assert.That((bool?)read["controllable"], Is.False);
        Assert.That(
            DateTimeOffset.Parse((string)read["now"]!, CultureInfo.InvariantCulture),
            Is.EqualTo(TimeProvider.System.GetUtcNow()).Within(TimeSpan.FromMinutes(1)));
        await real.Portal.PostJsonAsync("/operator/v1/clock", """{"advanceSeconds":1}""").RefusedAsync(404);
    }

    [TestCase("PENDING")]
    [TestCase("CLOSED")]
    [TestCase("ACTIVE")]
    public async Task An_interconnects_state_is_changed(string state)
    {
        await SetStateAsync("ix1", state).AcceptedAsync();

        var read = await reference.Borealis.GetJsonAsync($"{TestReference.Env1}/interconnects/ix1");
        Assert.That((string?)read["state"], Is.EqualTo($"INTERCONNECT_STATE_{state}"));
    }

    [TestCase("ix9", "ACTIVE", 404)]
    [TestCase("ix1", "OPEN", 400)]
    [TestCase("ix1", "1", 400)]
    public async Task A_state_or_interconnect_that_does_not_exist_is_refused(
        string interconnect, string state, int status)
    {
        await SetStateAsync(interconnect, state).RefusedAsync(status);
    }

    [Test]
    public void The_clock_of_the_tests_is_a_controllable_one()
    {
        Assert.That(reference.Host.Coordinator.Clock, Is.TypeOf<ControllableClock>());
    }

    private Task<HttpResponseMessage> SetStateAsync(string interconnect, string state) => reference.Portal.PutAsync(
        "/operator/v1/interconnects",
        Answers.Body($$"""{"environment":"env-1","interconnect":"{{interconnect}}","state":"{{state}}"}"""));
}
