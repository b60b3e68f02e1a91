using System.Globalization;
using System.Text;
using Harness.Simulator.Serving;

namespace Harness.Simulator.Defaults;

/// <summary>Cuts a list into pages (COM-06, COM-07).</summary>
internal static class Pages
{
    private const int DefaultSize = 50;
    private const int LargestSize = 1000;

    /// <summary>The page that a request asks for, or the refusal of a page that cannot be.</summary>
    public static PartnerReply Of<T>(
        PartnerRequest request,
        IReadOnlyList<T> all,
        Func<IReadOnlyList<T>, string?, PartnerReply> reply)
    {
        var query = request.Address.Query;
        var size = 0;
        if (query.TryGetValue("pageSize", out var asked)
            && (!int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out size) || size < 0))
            return PartnerReply.Refuse(400, "expected pageSize to be a number from 0 up");
        size = size == 0 ? DefaultSize : Math.Min(size, LargestSize);

        var start = 0;
        if (query.TryGetValue("pageToken", out var token) && token.Length > 0 && !TryStart(token, request, out start))
            return PartnerReply.Refuse(400, "expected pageToken to come from a page of this list");

        IReadOnlyList<T> page = [.. all.Skip(start).Take(size)];
        var next = start + page.Count;
        return reply(page, next < all.Count ? Token(next, request) : null);
    }

    private static string Token(int start, PartnerRequest request) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{start}|{request.Path}"));

    private static bool TryStart(string token, PartnerRequest request, out int start)
    {
        start = 0;
        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var count)
            && Encoding.UTF8.GetString(bytes, 0, count).Split('|', 2) is [var number, var path]
            && path == request.Path
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out start);
    }
}
