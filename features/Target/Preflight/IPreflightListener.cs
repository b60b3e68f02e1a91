namespace Harness.Features.Target.Preflight;

/// <summary>Is told of the progress of a preflight.</summary>
public interface IPreflightListener
{
    /// <summary>A check begins.</summary>
    void Started(string check);

    /// <summary>A check has found something.</summary>
    void Found(string check, Finding finding);

    /// <summary>A check is over.</summary>
    void Finished(string check, Severity gravest);
}
