namespace Harness.Certification.Runs;

/// <summary>A picture that shows what a scenario found.</summary>
/// <param name="Title">What it is a picture of.</param>
/// <param name="Svg">
/// SVG 1.1 that needs nothing from outside; it is shown as an image, in which neither scripts nor links work.
/// </param>
/// <param name="Alternative">The same in words, for whoever cannot see it.</param>
public sealed record Figure(string Title, string Svg, string Alternative);
