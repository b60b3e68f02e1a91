using System.Text.RegularExpressions;
using NUnit.Framework;

namespace Harness.Tests.Tidy;

/// <summary>The checker finds what it is there to find, and nothing in what only looks alike.</summary>
public sealed class TidyCheckTests
{
    private static readonly string _triple = new('"', 3);

    [Test]
    public void A_file_may_have_300_lines_and_not_301()
    {
        Assert.That(Check(string.Concat(Enumerable.Repeat("\n", 300))), Is.Empty);
        Assert.That(Check(string.Concat(Enumerable.Repeat("\n", 301))), Is.EqualTo(["301: 301 lines, at most 300"]));
    }

    [Test]
    public void A_line_may_have_120_columns_and_not_121()
    {
        Assert.That(Check(new string('x', 120) + "\n"), Is.Empty);
        Assert.That(Check("\n" + new string('x', 121) + "\n"), Is.EqualTo(["2: 121 columns, at most 120"]));
    }

    [TestCase("a\tb\n", "1: a tab")]
    [TestCase("a\r\n", "1: a carriage return")]
    [TestCase("a \n", "1: blanks at the end of the line")]
    [TestCase("a\nb", "2: no line end at the end of the file")]
    public void Whitespace_that_makes_noise_is_found(string text, string expected)
    {
        Assert.That(Check(text), Is.EqualTo([expected]));
    }

    [Test]
    public void A_method_may_have_70_lines_and_not_71()
    {
        Assert.That(Check(Method(lines: 70)), Is.Empty);
        Assert.That(Check(Method(lines: 71)), Is.EqualTo(["4: Work has 71 lines, at most 70"]));
    }

    [Test]
    public void A_method_with_braces_in_text_is_measured_rightly()
    {
        string[] literals =
        [
            "\"}\"", "'}'", "@\"}\"", "$\"{y(\"}\")}\"", $"{_triple}}}{_triple}", $"$${_triple}}}{{{{z}}}}{_triple}",
        ];
        foreach (var literal in literals)
        {
            var method = Method(lines: 71, first: $"x({literal}); // a }}");
            Assert.That(Check(method), Is.EqualTo(["4: Work has 71 lines, at most 70"]), literal);
        }
    }

    [Test]
    public void A_long_method_is_found_in_a_nested_type_and_after_members_of_every_kind()
    {
        const string Before =
            "    private readonly int[] _a = [1, 2];\n" +
            "    public int B { get; } = C(new { D = 1 });\n" +
            "    public event Action? E;\n" +
            "    [Some(typeof(int[]))]\n" +
            "    public int this[int i] => i;\n" +
            "    public static T F<T>(T t) where T : class => t;\n" +
            "    enum G { H, I }\n" +
            "    sealed class J : K\n    {\n";

        var found = Check(Method(lines: 71, before: Before, after: "    }\n"));

        Assert.That(found, Is.EqualTo(["13: Work has 71 lines, at most 70"]));
    }

    [Test]
    public void A_long_expression_is_found_like_a_long_block()
    {
        var body = string.Concat(Enumerable.Repeat("        1 +\n", 70));

        Assert.That(Check($"class A\n{{\n    int Sum() =>\n{body}        1;\n}}\n"),
            Is.EqualTo(["3: Sum has 72 lines, at most 70"]));
    }

    [Test]
    public void A_long_table_is_no_method()
    {
        var rows = string.Concat(Enumerable.Repeat("        f(1),\n", 100));

        Assert.That(Check($"class A\n{{\n    static readonly int[] _rows =\n    [\n{rows}    ];\n}}\n"), Is.Empty);
    }

    [TestCase("#region A\n#endregion\n", "1: a region")]
    [TestCase("    #  region\n", "1: a region")]
    public void A_region_is_found(string text, string expected)
    {
        Assert.That(Check(text), Is.EqualTo([expected]));
    }

    [TestCase("// TO", "DO later\n")]
    [TestCase("var a = \"FIX", "ME\";\n")]
    [TestCase("// HA", "CK around\n")]
    [TestCase("// XX", "X\n")]
    public void Work_left_over_is_found(string first, string second)
    {
        var word = Regex.Match(first + second, "[A-Z]{3,}").Value;

        Assert.That(Check(first + second), Is.EqualTo([$"1: {word}"]));
        Assert.That(Check(first + second, "a.feature"), Has.Length.EqualTo(1));
    }

    [TestCase("// return x;")]
    [TestCase("// var x = y;")]
    [TestCase("// if (x)")]
    [TestCase("// foreach (var x in y) {")]
    [TestCase("// }")]
    [TestCase("// x.Y = z;")]
    [TestCase("// x.Do(y, z);")]
    [TestCase("// public int X { get; }\n// private int Y;")]
    [TestCase("// [Test]")]
    [TestCase("/* x.Do(y); */")]
    [TestCase("/*\n * await x;\n */")]
    public void Commented_out_code_is_found(string text)
    {
        Assert.That(Check(text + "\n"), Is.Not.Empty.And.All.Contains("commented-out code"));
    }

    [TestCase("// Returns come before calls; a clock that stands still must not nest them.")]
    [TestCase("// If (and only if) the peer knows of it, tell it.")]
    [TestCase("// The order matters: first a, then b;")]
    [TestCase("// for a customer (COM-01)")]
    [TestCase("/// <c>return x;</c>")]
    [TestCase("/// var x = y;")]
    [TestCase("var url = \"https://x/y\"; // Why: the peer asks for it (KEY-03).")]
    [TestCase("var text = \"// return x;\";")]
    public void A_comment_that_says_why_is_left_alone(string text)
    {
        Assert.That(Check(text + "\n"), Is.Empty);
    }

    [TestCase("# Given a partner")]
    [TestCase("  # Scenario: an old one")]
    [TestCase("  # | a | b |")]
    [TestCase("  #@COM-01")]
    public void A_commented_out_step_is_found(string text)
    {
        Assert.That(Check(text + "\n", "a.feature"), Is.EqualTo(["1: commented-out code"]));
    }

    [TestCase("# The last Mbps counts (CON-04).")]
    [TestCase("# language: en")]
    public void A_comment_in_a_feature_is_left_alone(string text)
    {
        Assert.That(Check(text + "\n", "a.feature"), Is.Empty);
    }

    [TestCase("try { } catch { }")]
    [TestCase("try { x(); } catch (Exception) { }")]
    [TestCase("try { x(); }\ncatch (Exception e)\n{\n    // It will be fine.\n}")]
    [TestCase("try { x(); }\ncatch\n{\n    // It will be fine.\n}")]
    [TestCase("try { x(); }\ncatch (IOException e) when (e is { HResult: (1) })\n{\n}")]
    public void A_swallowed_exception_is_found(string text)
    {
        Assert.That(Check(text + "\n"), Has.Length.EqualTo(1).And.All.Contains("a swallowed exception"));
    }

    [TestCase("try { x(); } catch (IOException e) when (y(e)) { throw new Z(e); }")]
    [TestCase("try { x(); }\ncatch (IOException) when (z.IsStopping)\n{\n    // Asked to stop: not a fault.\n}")]
    public void An_exception_that_is_dealt_with_is_left_alone(string text)
    {
        Assert.That(Check(text + "\n"), Is.Empty);
    }

    [TestCase("#pragma warning disable CA1000\n")]
    [TestCase("[SuppressMessage(\"a\", \"b\")]\n")]
    public void A_suppression_without_its_reason_is_found(string text)
    {
        Assert.That(Check(text), Is.EqualTo(["1: a suppressed warning without its reason beside it"]));
    }

    [TestCase("#pragma warning disable CA1000 // The port asks for it.\n")]
    [TestCase("// The port asks for it.\n#pragma warning disable CA1000\n")]
    [TestCase("[SuppressMessage(\"a\", \"b\", Justification = \"The port asks for it.\")]\n")]
    public void A_suppression_with_its_reason_is_left_alone(string text)
    {
        Assert.That(Check(text), Is.Empty);
    }

    [TestCase("[Ignore(\"broken\")]\n")]
    [TestCase("[Test, Explicit]\n[Explicit]\n")]
    [TestCase("Assert.Ignore();\n")]
    [TestCase("Assume.That(x);\n")]
    public void A_skipped_test_is_found(string text)
    {
        Assert.That(Check(text), Has.Length.EqualTo(1).And.All.EndsWith("skips a test"));
    }

    private static string Method(int lines, string first = "x();", string before = "", string after = "")
    {
        var body = string.Concat(Enumerable.Repeat("        x();\n", lines - 4));
        var method = $"    void Work()\n    {{\n        {first}\n{body}    }}\n";
        return $"namespace A;\nclass B\n{{\n{before}{method}{after}}}\n";
    }

    // Without what to do about it, which the rules word.
    private static string[] Check(string text, string path = "a.cs") =>
        [.. TidyCheck.Check(path, text).Select(finding => $"{finding.Line}: {finding.Message.Split(": ")[0]}")];
}
