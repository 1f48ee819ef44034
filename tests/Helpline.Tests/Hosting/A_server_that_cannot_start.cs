using System.Net;
using System.Net.Sockets;
using Helpline.Tests.Support;

namespace Helpline.Tests.Hosting;

/// <summary>It says the file or the key, what is wrong and what would be right, in one message, and leaves nothing half-started.</summary>
public sealed class A_server_that_cannot_start : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Database:Provider", "Oracle", "Database:Provider", "'Oracle'", "Sqlite or SqlServer")]
    [InlineData("Database:Provider", "7", "Database:Provider", "not known", "Sqlite or SqlServer")]
    [InlineData("Database:MaxBatchSize", "many", "Database:MaxBatchSize", "'many'", "a whole number")]
    [InlineData("Database:MaxBatchSize", "0", "Database:MaxBatchSize", "out of range", "1 to 10000")]
    [InlineData("Telephony:Provider", "Pigeon", "Telephony:Provider", "'Pigeon'", "Exchange or Twilio")]
    [InlineData("Voice:IceServers:0:Urls", "stun.example.org", "Voice:IceServers:0:Urls", "'stun.example.org'", "stun:stun.example.org:3478")]
    [InlineData("Voice:IceServers:0:Urls", "turn:turn.example.org", "Voice:IceServers:0", "without Username or Credential")]
    [InlineData("Jobs:Storage", "Paper", "Jobs:Storage", "'Paper'", "Database or Memory")]
    [InlineData("PublicUrl", "helpline", "PublicUrl", "'helpline'", "https://helpline.example.org")]
    [InlineData("Urls", "nonsense", "Urls", "'nonsense'", "http://localhost:5080")]
    [InlineData("Demo:Password", "short", "Demo:Password", "is refused", "at least 12 characters")]
    [InlineData("ConfigFolder", "/nowhere", "ConfigFolder", "/nowhere", "config/")]
    [InlineData("DataFolder", "/proc/helpline", "DataFolder", "cannot be made", "may write to")]
    [InlineData("ExportFolder", "/proc/helpline", "ExportFolder", "cannot be made", "may write to")]
    [InlineData("ConnectionStrings:Helpline", "Data Source=/nowhere/helpline.db", "ConnectionStrings:Helpline", "no database", "a database that is up")]
    [InlineData("ConnectionStrings:Helpline", "helpline.db", "ConnectionStrings:Helpline", "no connection string of Sqlite", "Data Source=")]
    public Task Names_the_setting(string key, string value, params string[] says) => Refuses([("ASPNETCORE_ENVIRONMENT", "Development"), (key, value)], says);

    [Fact]
    public Task Asks_several_nodes_for_one_folder_of_exports() => Refuses(
        [("ASPNETCORE_ENVIRONMENT", "Development"), ("ConnectionStrings:Redis", "127.0.0.1:6379")], "ExportFolder", "several nodes", "fetched from another", "a folder that all nodes share");

    [Fact]
    public Task Names_a_key_of_the_vault_that_is_none() => Refuses(
        [("Privacy:Keys:k1", "too short"), ("Privacy:HashKey", Convert.ToBase64String(new byte[32])), ("Privacy:ActiveKey", "k1")], "Privacy:Keys:k1", "is not a key", "--create-keys");

    [Fact]
    public Task Names_a_key_of_the_vault_that_is_not_there() => Refuses(
        [("Privacy:Keys:k1", Convert.ToBase64String(new byte[32])), ("Privacy:HashKey", Convert.ToBase64String(new byte[32])), ("Privacy:ActiveKey", "k2")], "Privacy:ActiveKey", "'k2'");

    [Fact]
    public Task Asks_for_keys_in_production() => Refuses([], "Privacy:Keys", "is missing", "--create-keys");

    [Theory]
    [InlineData("AC12", "Twilio:AccountSid", "AC and 32 hexadecimal digits")]
    [InlineData("", "Twilio:AccountSid", "is missing")]
    public Task Asks_for_the_account_at_Twilio(string sid, params string[] says) => Refuses(
        [("ASPNETCORE_ENVIRONMENT", "Development"), ("Telephony:Provider", "Twilio"), ("PublicUrl", "https://helpline.example.org"), ("Twilio:AccountSid", sid), ("Twilio:AuthToken", "t")], says);

    [Fact]
    public Task Asks_for_the_public_address_that_Twilio_calls() => Refuses([("Telephony:Provider", "Twilio")], "PublicUrl", "is missing", "https://helpline.example.org");

    [Fact]
    public Task Says_that_SQL_Server_does_not_answer() => Refuses(
        [("ASPNETCORE_ENVIRONMENT", "Development"), ("Database:Provider", "SqlServer"), ("ConnectionStrings:Helpline", "Server=127.0.0.1,1;Connect Timeout=1;Encrypt=false")],
        "ConnectionStrings:Helpline", "leads to no database", "a database that is up");

    [Fact]
    public Task Asks_for_the_connection_to_SQL_Server() => Refuses([("ASPNETCORE_ENVIRONMENT", "Development"), ("Database:Provider", "SqlServer")], "ConnectionStrings:Helpline", "is missing");

    [Theory]
    [InlineData("routing.json", "\"offerSeconds\": 20", "\"offerSeconds\": 2000", "config/routing.json", "offerSeconds", "between 5 and 120")]
    [InlineData("routing.json", "\"offerSeconds\": 20", "\"offerSeconds\": \"soon\"", "config/routing.json", "offerSeconds, line 2", "a whole number")]
    [InlineData("routing.json", "offerSeconds", "oferSeconds", "config/routing.json", "oferSeconds, line 2", "is not a key", "config/README.md")]
    [InlineData("routing.json", "\"acknowledgeSeconds\": 3,", "\"acknowledgeSeconds\": 3", "config/routing.json", "line 4", "cannot be read")]
    [InlineData("routing.json", "\"ask\": \"anyWithLanguage\"", "\"ask\": \"exact\"", "config/routing.json", "steps", "asks nobody new after 45 s", "more people")]
    [InlineData("routing.json", "\"ask\": \"exact\", \"atOnce\": 1", "\"ask\": \"exact\", \"atOnce\": 2", "config/routing.json", "steps", "fewer at once after 45 s", "stays or rises")]
    [InlineData("routing.json", "\"offerSeconds\": 20,\n  \"acknowledgeSeconds\": 3", "\"offerSeconds\": 5,\n  \"acknowledgeSeconds\": 5", "config/routing.json", "acknowledgeSeconds", "is 5", "less than offerSeconds")]
    [InlineData("languages.json", "\"digit\": \"2\"", "\"digit\": \"22\"", "config/languages.json", "ru: digit", "'22'", "one digit")]
    [InlineData("languages.json", "\"digit\": \"2\"", "\"digit\": \"1\"", "config/languages.json", "the digit 1 twice")]
    [InlineData("languages.json", "\"default\": \"kk\"", "\"default\": \"de\"", "config/languages.json", "default", "'de'", "kk, ru, en")]
    [InlineData("line.json", "Asia/Almaty", "Almaty", "config/line.json", "timeZone", "'Almaty'", "Asia/Almaty")]
    [InlineData("line.json", "\"monday\": \"00:00-24:00\"", "\"monday\": \"9-18\"", "config/line.json", "hours.monday", "'9-18'", "09:00-18:00")]
    [InlineData("line.json", "\"dangerDigit\": \"9\"", "\"dangerDigit\": \"2\"", "config/line.json", "dangerDigit", "'2'", "chooses no language")]
    [InlineData("line.json", "\"queueLimit\": 1000", "\"queueLimit\": 0", "config/line.json", "queueLimit", "'0'", "between 1 and 5000")]
    [InlineData("line.json", "\"holidays\": []", "\"holidays\": [\"1 May\"]", "config/line.json", "holidays", "'1 May'", "2027-01-01")]
    [InlineData("partners.json", "\"partners\": []", "\"partners\": [{ \"code\": \"a\", \"name\": { \"kk\": \"а\", \"ru\": \"а\", \"en\": \"a\" }, \"number\": \"103\" }]", "config/partners.json", "a: number", "cannot be called", "+77172000000")]
    [InlineData("partners.json", "\"partners\": []", "\"partners\": [{ \"code\": \"a\", \"name\": { \"kk\": \"а\", \"ru\": \"\", \"en\": \"a\" }, \"number\": \"+77172000000\" }]", "config/partners.json", "a: name", "lacks a language", "kk, ru and en")]
    [InlineData("catalog/risk_levels.json", "\"code\": \"risk_levels\"", "\"code\": \"other\"", "config/catalog/risk_levels.json", "code", "the name of the file")]
    [InlineData("catalog/risk_levels.json", "\"code\": \"imminent\"", "\"code\": \"now\"", "config/catalog/risk_levels.json", "items", "lacks the code imminent")]
    [InlineData("reports/values.json", "\"offers\": {", "\"tenders\": {", "config/reports/values.json", "offers", "is missing", "Made, Shown")]
    [InlineData("reports/values.json", "\"Assigned\": {", "\"Assignd\": {", "config/reports/values.json", "callbacks, Assigned", "kk, ru and en")]
    [InlineData("reports/visits.json", "\"code\": \"area\"", "\"code\": \"telephone\"", "config/reports/visits.json", "columns", "the unknown column 'telephone'", "number, planned, area")]
    [InlineData("reports/calls.json", "\"code\": \"repeat\"", "\"code\": \"result\"", "config/reports/calls.json", "columns", "result twice")]
    [InlineData("reports/report.json", "\"code\": \"cases_new\"", "\"code\": \"cases_old\"", "config/reports/report.json", "cases: figures", "the unknown figure 'cases_old'", "cases_new")]
    [InlineData("reports/report.json", "\"freezeOnDay\": 5", "\"freezeOnDay\": 31", "config/reports/report.json", "freezeOnDay", "is 31", "1 to 28")]
    [InlineData("reports/values.json", "\"Missed\"", "\"Miss\"", "config/reports/values.json", "visits, Missed", "lacks a language")]
    [InlineData("fallback.xml", "</Response>", "", "config/fallback.xml, line", "is not well-formed")]
    [InlineData("fallback.xml", "<Pause length=\"3\"/>", "<Hangup/>", "config/fallback.xml", "the verb Hangup", "one Redirect")]
    [InlineData("fallback.xml", "<Pause length=\"3\"/>", "<Pause length=\"60\"/>", "config/fallback.xml", "length=\"60\"", "from 1 to 10")]
    [InlineData("fallback.xml", "/prompts/kk/apology.wav", "/prompts/kk/sorry.wav", "config/fallback.xml", "/prompts/kk/sorry.wav", "a recording that is there")]
    [InlineData("fallback.xml", "<Redirect method=\"POST\">/voice/fallback</Redirect>", "", "config/fallback.xml", "hangs up on the caller", "/voice/fallback")]
    [InlineData("fallback.xml", "/voice/fallback", "https://elsewhere.example.org/", "config/fallback.xml", "elsewhere", "a POST to /voice/fallback")]
    public async Task Names_the_file_of_config(string file, string find, string replace, params string[] says)
    {
        var config = folder.Config();
        var text = await File.ReadAllTextAsync(Path.Combine(config, file), TestContext.Current.CancellationToken);
        Assert.Contains(find, text);
        await File.WriteAllTextAsync(Path.Combine(config, file), text.Replace(find, replace), TestContext.Current.CancellationToken);
        await Refuses([("ASPNETCORE_ENVIRONMENT", "Development"), ("ConfigFolder", config)], says);
    }

    [Fact]
    public async Task Misses_the_words_of_a_catalog_in_one_language()
    {
        var config = folder.Config();
        var file = Path.Combine(config, "catalog", "call_kinds.json");
        var list = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!;
        list["items"]![0]!["label"]!["kk"] = "";
        await File.WriteAllTextAsync(file, list.ToJsonString(), TestContext.Current.CancellationToken);
        await Refuses([("ASPNETCORE_ENVIRONMENT", "Development"), ("ConfigFolder", config)], "config/catalog/call_kinds.json", "lacks a language", "kk, ru and en");
    }

    [Theory]
    [InlineData("prompts/audio/kk/welcome.wav", "config/prompts/audio/kk/welcome.wav", "is missing", "config/prompts/render")]
    [InlineData("catalog/risk_levels.json", "config/catalog/risk_levels.json", "is missing", "as shipped")]
    [InlineData("routing.json", "config/routing.json", "cannot be read")]
    [InlineData("fallback.xml", "config/fallback.xml", "cannot be read")]
    public Task Misses_a_file_of_config(string file, params string[] says)
    {
        var config = folder.Config();
        File.Delete(Path.Combine(config, file));
        return Refuses([("ASPNETCORE_ENVIRONMENT", "Development"), ("ConfigFolder", config)], says);
    }

    [Fact]
    public async Task Names_the_line_of_a_broken_settings_file()
    {
        File.Copy(Path.Combine(Repository.Root, "src", "Helpline.Server", "appsettings.json"), Path.Combine(folder, "appsettings.json"));
        await File.WriteAllTextAsync(Path.Combine(folder, "appsettings.json"), "{\n  \"PublicUrl\": oops\n}", TestContext.Current.CancellationToken);
        await Refuses([("ASPNETCORE_ENVIRONMENT", "Development"), ("ASPNETCORE_CONTENTROOT", folder)], "appsettings.json", "line 2", "a JSON file");
    }

    [Fact]
    public async Task Says_who_has_its_port()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        await using var server = ServerProcess.Start([("ASPNETCORE_ENVIRONMENT", "Development"), ("DataFolder", folder), ("Urls", $"http://127.0.0.1:{port}")]);
        Assert.NotEqual(0, await server.Ends());
        Assert.Contains($"{port}", server.Errors);
        Assert.Contains("--urls", server.Errors);
        Assert.DoesNotContain("   at ", server.Errors + server.Output);
    }

    private async Task Refuses((string Key, string Value)[] settings, params string[] says)
    {
        (string, string)[] own = [("DataFolder", Path.Combine(folder, "data")), ("Urls", "http://127.0.0.1:0")];
        await using var server = ServerProcess.Start(own.Concat(settings));
        Assert.NotEqual(0, await server.Ends());
        var message = Assert.Single(server.Errors.Split('\n'));
        Assert.StartsWith("Helpline did not start. ", message);
        Assert.All(says, word => Assert.Contains(word, message));
        Assert.DoesNotContain("Helpline is ready", server.Output);
        Assert.DoesNotContain("   at ", server.Output);
    }
}
