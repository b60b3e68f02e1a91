namespace Harness.Lab.Runtimes;

/// <summary>A router or a host that runs. Calls may overlap.</summary>
public interface ILabNode
{
    /// <summary>The plan's name of it.</summary>
    string Name { get; }

    /// <summary>Runs a command to its end.</summary>
    /// <param name="arguments">The program and its arguments, as they are: no shell reads them.</param>
    /// <param name="input">What it reads on standard input; null for nothing.</param>
    /// <param name="deadline">When it is killed, with all that it started.</param>
    /// <param name="cancellation">Kills it too.</param>
    /// <returns>What came of it; any exit code is an answer.</returns>
    /// <exception cref="LabException">The lab itself is gone, or does not answer.</exception>
    Task<CommandResult> RunAsync(
        IReadOnlyList<string> arguments, string? input, TimeSpan deadline, CancellationToken cancellation);

    /// <summary>Starts a command that goes on until it is stopped.</summary>
    /// <param name="arguments">The program and its arguments, as they are: no shell reads them.</param>
    /// <param name="cancellation">Of the start alone.</param>
    Task<ILabProcess> StartAsync(IReadOnlyList<string> arguments, CancellationToken cancellation);

    /// <summary>Writes a file of the node, whole or not at all.</summary>
    /// <param name="path">Below <c>/etc/frr</c>, <c>/run</c> or <c>/tmp</c>.</param>
    /// <param name="content">What it holds afterwards.</param>
    /// <param name="cancellation">Of the caller.</param>
    Task WriteFileAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellation);

    /// <summary>Reads a file of the node.</summary>
    /// <exception cref="LabException">There is no such file.</exception>
    Task<byte[]> ReadFileAsync(string path, CancellationToken cancellation);
}
