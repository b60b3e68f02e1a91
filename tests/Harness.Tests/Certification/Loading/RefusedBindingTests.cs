using System.Diagnostics.CodeAnalysis;
using Harness.Certification.Bindings;
using NUnit.Framework;

namespace Harness.Tests.Certification.Loading;

[TestFixture]
[SuppressMessage("Performance", "CA1812", Justification = "Made by the engine, by reflection")]
public sealed class RefusedBindingTests
{
    [TestCase(typeof(NoAttribute), "Expected its class to carry [Binding]")]
    [TestCase(typeof(Hidden), "Expected a public method that is not generic")]
    [TestCase(typeof(AsyncVoid), "Expected async Task, found async void")]
    [TestCase(typeof(Returning), "Expected it to return void, Task or ValueTask, found Int32")]
    [TestCase(typeof(TwoConstructors), "Expected its class to have one public constructor, found 2")]
    [TestCase(typeof(IllFormed), "In \"a (b\": Expected a ) to end the optional text in \"a (b\"")]
    [TestCase(typeof(BadTransformation), "Expected a transformation to take strings, or one DataTable")]
    [TestCase(typeof(VoidTransformation), "Expected it to return a value")]
    [TestCase(typeof(TakenName), "There is already a parameter type \"int\": choose another name")]
    public void A_binding_that_could_not_run_as_meant_is_refused(Type binding, string message)
    {
        var errors = TestSuite.Errors(TestSuite.Load([TestSuite.Filler], typeof(ScriptedSteps), binding));

        Assert.That(errors, Has.Some.EqualTo($"{binding.Name}.Do: {message}"));
    }

    [TestCase("Given takes 1", "Taking.Two takes 2 arguments, the step has 1")]
    [TestCase("Given a number 99999999999", "Expected a Int32, found \"99999999999\" for number of Taking.Number")]
    [TestCase("Given the colour mauve", "Expected one of Red, DarkBlue, found \"mauve\" for colour of Taking.Paint")]
    [TestCase("Given a number 1\n    | a |", "Taking.Number takes 1 arguments, the step has 1 and a table")]
    [TestCase("Given a list\n    | a |", "Expected Taking.List to take the step's table as a DataTable")]
    [TestCase("Given a stream x", "Nothing makes a Stream of text: add a [StepArgumentTransformation] "
        + "for stream of Taking.Open")]
    public void A_step_whose_arguments_do_not_fit_is_refused(string step, string message)
    {
        var feature = $"Feature: X\n  @COM-01\n  Scenario: Y\n    {step}\n    Then do nothing";

        var errors = TestSuite.Errors(
            TestSuite.Load([feature, TestSuite.Filler], typeof(ScriptedSteps), typeof(Taking)));

        Assert.That(errors, Has.Some.EndsWith(message));
        Assert.That(errors, Has.Some.StartsWith("f1.feature:4: "));
    }

    internal sealed class NoAttribute
    {
        [Then("x")]
        public static void Do() => throw new NotSupportedException();
    }

    [Binding]
    internal sealed class Hidden
    {
        [Then("x")]
        internal static void Do() => throw new NotSupportedException();
    }

    [Binding]
    internal sealed class AsyncVoid
    {
        [Then("x")]
        public static async void Do() => await Task.Yield();
    }

    [Binding]
    internal sealed class Returning
    {
        [Then("x")]
        public static int Do() => 1;
    }

    [Binding]
    internal sealed class TwoConstructors
    {
        public TwoConstructors() => throw new NotSupportedException();

        public TwoConstructors(Script script) => Assert.That(script, Is.Not.Null);

        [Then("x")]
        public void Do() => throw new NotSupportedException();
    }

    [Binding]
    internal sealed class IllFormed
    {
        [Then("a (b")]
        public static void Do() => throw new NotSupportedException();
    }

    [Binding]
    internal sealed class BadTransformation
    {
        [StepArgumentTransformation(@"\d+", Name = "n")]
        public static int Do(int number) => number;
    }

    [Binding]
    internal sealed class VoidTransformation
    {
        [StepArgumentTransformation(@"\d+", Name = "n")]
        public static void Do(string text) => Assert.That(text, Is.Not.Null);
    }

    [Binding]
    internal sealed class TakenName
    {
        [StepArgumentTransformation(@"\d+", Name = "int")]
        public static int Do(string text) => text.Length;
    }

    internal enum Colour
    {
        Red,
        DarkBlue,
    }

    [Binding]
    internal sealed class Taking
    {
        [Given("takes {int}")]
        public static void Two(int one, int two) => Assert.That(one, Is.EqualTo(two));

        [Given("a number {int}")]
        public static void Number(int number) => Assert.That(number, Is.Positive);

        [Given("the colour {}")]
        public static void Paint(Colour colour) => Assert.That(colour, Is.EqualTo(Colour.DarkBlue));

        [Given("a list")]
        public static void List(List<string> list) => Assert.That(list, Is.Empty);

        [Given("a stream {word}")]
        public static void Open(Stream stream) => Assert.That(stream, Is.Not.Null);
    }
}
