namespace Harness.Certification.Running;

/// <summary>The world of one scenario. Disposed after its last hook, whatever came of it.</summary>
public interface IScenarioScope : IAsyncDisposable
{
    /// <summary>
    /// What binding classes may ask for in their constructors, each found by its type or a base of it. The scope
    /// owns them: the engine does not dispose them.
    /// </summary>
    IReadOnlyList<object> Instances { get; }
}
