namespace Harness.Features.Races.Models;

/// <summary>What is asked of features in a race. Connections and proposals are numbered from 0.</summary>
public abstract record FeatureInput
{
    private FeatureInput()
    {
    }

    /// <summary>CreateFeature with everything that the proposal of that number fixes.</summary>
    public sealed record Propose(int Proposal) : FeatureInput;

    /// <summary>DeleteFeature of the feature that the proposal makes.</summary>
    public sealed record Delete(int Proposal) : FeatureInput;

    /// <summary>GetFeature of the feature that the proposal makes.</summary>
    public sealed record Read(int Proposal) : FeatureInput;

    /// <summary>DeleteConnection.</summary>
    public sealed record DeleteConnection(int Connection) : FeatureInput;

    /// <summary>GetConnection.</summary>
    public sealed record ReadConnection(int Connection) : FeatureInput;
}

/// <summary>The status of the answer: nothing else of it is judged here.</summary>
public sealed record StatusAnswer(int Status)
{
    public bool IsDone => Status is >= 200 and <= 299;

    public bool IsRefusal => Status is >= 400 and <= 499;

    public override string ToString() => $"{Status}";
}
