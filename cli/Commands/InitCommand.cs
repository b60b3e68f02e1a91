using System.CommandLine;
using System.Text;
using Harness.Features.Target.Templates;

namespace Harness.Cli.Commands;

/// <summary><c>harness init</c>: writes a commented target file to start from.</summary>
internal static class InitCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "Where to write it, target.yaml by default",
            DefaultValueFactory = _ => "target.yaml",
        };
        var command = new Command("init", "Writes a commented target file to start from.") { file };
        command.SetAction(parsed => Write(surroundings, parsed.GetRequiredValue(file)));
        return command;
    }

    private static int Write(Surroundings surroundings, string path)
    {
        try
        {
            // Never over a file that is there: somebody's tokens and hooks may stand in it.
            using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            stream.Write(Encoding.UTF8.GetBytes(TargetTemplate.Yaml()));
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new CannotRunException($"{path}: expected no file, found one; remove it or name another one");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CannotRunException($"{path}: expected a file that can be written, found: {cause.Message}");
        }

        surroundings.Output.WriteLine($"Wrote {path}. Fill it in, then check it: harness preflight --target {path}");
        return ExitCode.Certified;
    }
}
