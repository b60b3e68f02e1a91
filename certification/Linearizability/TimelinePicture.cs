using System.Text;
using Harness.Certification.Reports.Html;
using Harness.Certification.Runs;

namespace Harness.Certification.Linearizability;

/// <summary>
/// Draws a violation: a lane for each client, a bar from each call to its return with what was asked and answered.
/// The core is coloured and lettered as in the words; the others are pale.
/// </summary>
public static class TimelinePicture
{
    /// <summary>Draws it.</summary>
    /// <param name="model">Has the words.</param>
    /// <param name="violation">What is drawn.</param>
    /// <param name="explanation">The same in words; its reasons stand below the lanes.</param>
    public static Figure Of<TState, TInput, TAnswer>(
        ISequentialModel<TState, TInput, TAnswer> model,
        MinimalViolation<TInput, TAnswer> violation,
        Explanation explanation)
        where TState : IEquatable<TState>
        where TAnswer : class
    {
        var letters = CoreLetters.Of(violation);
        var texts = violation.Seen.ToDictionary(it => it.Id, it => new TimelineText(
            letters.GetValueOrDefault(it.Id),
            TimelineText.Fitted(model.Describe(it.Input)),
            it.Answer is { } answer ? TimelineText.Fitted(model.Describe(answer)) : null));
        var layout = TimelineLayout.Of(
            violation.Seen, it => texts[it.Id].Width, TimelineDrawing.Gutter, TimelineDrawing.LeastWidth);
        var title = $"{model.Name}: {violation.Partition}";
        var svg = new StringBuilder();
        using var writer = new StringWriter(svg);
        var drawing = new TimelineDrawing(new HtmlWriter(writer), layout, texts);
        drawing.Write(title, explanation);
        return new Figure(title, $"{svg}", explanation.Text);
    }
}
