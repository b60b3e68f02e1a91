using Harness.Certification.Catalogue;
using Harness.Certification.Loading;
using Harness.Certification.Planning;
using Harness.Certification.Selecting;
using NUnit.Framework;

namespace Harness.Tests.Certification;

/// <summary>Small suites, made of text.</summary>
internal static class TestSuite
{
    public const string CatalogueYaml = """
        areas:
          - area: Common
            requirements:
              - {id: COM-01, level: MUST, role: responder, plane: api, text: "First."}
              - {id: COM-02, level: MUST, role: responder, plane: api, text: "Second."}
              - {id: COM-03, level: SHOULD, role: responder, plane: api, text: "Third."}
          - area: Later
            requirements:
              - {id: LAT-01, level: MUST, role: both, plane: data, text: "Later.", undecided: "Needs a lab."}
        openPoints:
          - {id: key-used, text: "When a key counts as used.", readings: ["at confirmation", "at creation"]}
        """;

    /// <summary>Decides what the catalogue asks for, so that a test may be about something else.</summary>
    public const string Filler = """
        Feature: Filler
          @COM-01 @COM-02 @COM-03
          Scenario: Everything else
            Then do nothing
        """;

    public static RequirementCatalogue Catalogue { get; } = Ready(RequirementCatalogue.Load("req.yaml", CatalogueYaml));

    /// <summary>What came of loading these features with these bindings.</summary>
    public static Loaded<Suite> Load(IEnumerable<string> features, params Type[] bindings) => Suite.Load(
        new SuiteSource(
            Catalogue,
            [.. features.Select((text, i) => new FeatureFile($"f{i + 1}.feature", text))],
            bindings.Length > 0 ? bindings : [typeof(ScriptedSteps)],
            ["@slow"]));

    /// <summary>One feature that loads, beside the filler.</summary>
    public static Suite Of(string feature, params Type[] bindings) =>
        Ready(Load([feature, Filler], [typeof(ScriptedSteps), .. bindings]));

    /// <summary>A plan of the first feature's scenarios, without the filler.</summary>
    public static Plan PlanOf(string feature, params Type[] bindings)
    {
        var suite = Of(feature, bindings);
        var ids = suite.Scenarios.Where(it => it.Uri == "f1.feature").Select(it => it.Id);
        return Ready(suite.Plan(Selection.Everything with { Scenarios = [.. ids] }));
    }

    public static T Ready<T>(Loaded<T> loaded)
    {
        if (loaded is Loaded<T>.Refused refused)
            Assert.Fail(string.Join('\n', refused.Errors));
        return ((Loaded<T>.Ready)loaded).Value;
    }

    /// <summary>The errors, as <c>file:line: message</c>.</summary>
    public static IReadOnlyList<string> Errors<T>(Loaded<T> loaded)
    {
        Assert.That(loaded, Is.InstanceOf<Loaded<T>.Refused>(), "it was not refused");
        return [.. ((Loaded<T>.Refused)loaded).Errors.Select(error => error.ToString())];
    }
}
