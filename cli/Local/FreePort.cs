using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Harness.Cli.Local;

/// <summary>Finds a port for a server whose address others have to know before it listens.</summary>
internal static class FreePort
{
    // Below the ports that systems hand out to clients, one of which could otherwise take it in the meantime.
    private const int Least = 20_000;
    private const int Most = 30_000;
    private const int Attempts = 100;

    /// <summary>A port on which nobody listens at the moment.</summary>
    /// <exception cref="CannotRunException">None was found.</exception>
    public static int Find(IPAddress address)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var port = RandomNumberGenerator.GetInt32(Least, Most);
            if (IsFree(new IPEndPoint(address, port)))
                return port;
        }

        throw new CannotRunException($"{address}: expected a free port from {Least} to {Most}, found none");
    }

    private static bool IsFree(IPEndPoint place)
    {
        try
        {
            using var probe = new TcpListener(place);
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
