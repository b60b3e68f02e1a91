namespace Harness.Certification.Evidence;

/// <summary>Reads a response's body up to a limit, so that an endless one cannot fill the memory.</summary>
internal static class CappedBody
{
    /// <exception cref="HttpRequestException">The body is larger.</exception>
    public static async Task<byte[]> ReadAsync(HttpResponseMessage response, int limit, CancellationToken cancellation)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        using var whole = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await stream.ReadAsync(buffer, cancellation)) > 0)
        {
            if (whole.Length + count > limit)
                throw new HttpRequestException(
                    HttpRequestError.ConfigurationLimitExceeded,
                    $"a body of more than {limit} bytes");
            whole.Write(buffer, 0, count);
        }

        return whole.ToArray();
    }
}
