using System.IO.Pipelines;
using System.Text;
using Harness.Lab.Runtimes.Docker.Engine;
using NUnit.Framework;

namespace Harness.Tests.Lab.Runtimes.Docker;

public sealed class AttachedOutputTests
{
    [Test]
    public async Task Output_and_error_come_apart_however_they_are_mixed()
    {
        byte[] said = [.. Frame(1, "to "), .. Frame(2, "err"), .. Frame(1, ""), .. Frame(1, "out")];

        Assert.That(await SplitAsync(said), Is.EqualTo(("to out", "err")));
    }

    [Test]
    public async Task A_frame_that_is_cut_off_ends_both()
    {
        byte[] said = [.. Frame(1, "whole"), .. Frame(1, "cut off")[..^3]];

        Assert.That(await SplitAsync(said), Is.EqualTo(("whole", "")));
    }

    private static async Task<(string Output, string Error)> SplitAsync(byte[] said)
    {
        var (output, error) = (new Pipe(), new Pipe());
        await AttachedOutput.SplitAsync(new MemoryStream(said), output.Writer, error.Writer);
        using var outputText = new StreamReader(output.Reader.AsStream());
        using var errorText = new StreamReader(error.Reader.AsStream());
        return (await outputText.ReadToEndAsync(), await errorText.ReadToEndAsync());
    }

    private static byte[] Frame(byte stream, string text) =>
        [stream, 0, 0, 0, 0, 0, 0, (byte)text.Length, .. Encoding.UTF8.GetBytes(text)];
}
