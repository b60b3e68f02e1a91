namespace Harness.Reference.Features;

/// <summary>Which request to the network it is about.</summary>
/// <param name="FeatureId">Id of the feature.</param>
/// <param name="Activation">Number of the request; an answer to an older one is not for the newest.</param>
internal sealed record ActivationPayload(string FeatureId, int Activation)
{
    /// <summary>Reads what <see cref="ToString"/> wrote. An id holds no slash.</summary>
    public static ActivationPayload Parse(string text)
    {
        var slash = text.IndexOf('/');
        return new ActivationPayload(text[(slash + 1)..], int.Parse(text[..slash]));
    }

    public override string ToString() => $"{Activation}/{FeatureId}";
}
