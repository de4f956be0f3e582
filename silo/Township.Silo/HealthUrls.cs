namespace Township.Silo;

/// <summary>Where the health endpoints listen. The web server reads much into a mistyped address, up to "every address, port 80".</summary>
static class HealthUrls
{
    /// <exception cref="FormatException">One of the addresses is none.</exception>
    public static void Check(IConfiguration configuration)
    {
        foreach (var url in (configuration["Urls"] ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (!IsAddress(url)) throw new FormatException($"Urls is '{url}'; use for example http://127.0.0.1:5080.");
    }

    // The web server's * and + stand for every address.
    static bool IsAddress(string url) =>
        Uri.TryCreate(url.Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal), UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0;
}
