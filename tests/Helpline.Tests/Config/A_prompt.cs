namespace Helpline.Tests.Config;

public class A_prompt
{
    private static readonly string[] NeededKeys =
    [
        "welcome", "language-menu", "please-hold", "place-1", "place-2", "place-3", "place-4", "place-5", "place-several",
        "comfort", "apology", "closed", "connecting", "goodbye", "not-understood", "counselor-lost", "caller-left", "emergency",
        "privacy", "continue-language", "cut-off", "wait-choices", "nobody-now", "closed-holiday", "closed-technical", "line-full",
        "waited-long", "exits-menu", "exits-stay", "emergency-call", "callback-number", "callback-confirm", "callback-type",
        "callback-wrong", "callback-shared", "callback-when", "callback-message", "callback-saved", "voicemail", "voicemail-saved",
        "abuse-ended", "blocked", "respect", "screen", "screen-star", "screen-taken", "consent", "consent-given", "digit-0", "digit-1", "digit-2", "digit-3", "digit-4", "digit-5", "digit-6", "digit-7",
        "digit-8", "digit-9",
    ];

    private static readonly string HoldMusic = ConfigFolder.PathOf("prompts", "audio", "hold-music.wav");

    public static TheoryData<string> Languages => [.. ConfigFolder.Languages];

    public static TheoryData<string, string> Recordings =>
        [.. ConfigFolder.Languages.SelectMany(language => NeededKeys.Select(key => (language, key)))];

    [Theory, MemberData(nameof(Languages))]
    public void Has_words_in_every_language(string language) =>
        Assert.Equal(NeededKeys.Order(), ConfigFolder.PromptKeys(language).Order());

    [Theory, MemberData(nameof(Languages))]
    public void Is_a_line_of_a_key_and_a_text(string language) =>
        Assert.All(ConfigFolder.PromptLines(language), line => Assert.Matches(@"^[a-z0-9-]+: \S.*[.!?]$", line));

    [Theory, InlineData("kk", "тоғызды"), InlineData("ru", "девять"), InlineData("en", "nine")]
    public void Names_the_key_for_danger_to_a_known_caller_and_to_one_who_waits(string language, string nine)
    {
        var told = ConfigFolder.PromptLines(language).Where(line => line.Split(':')[0] is "language-menu" or "continue-language" or "wait-choices").ToList();
        Assert.Equal(3, told.Count);
        Assert.All(told, line => Assert.Contains(nine, line, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Languages))]
    public void Has_no_recording_without_words(string language)
    {
        var recordings = Directory.GetFiles(ConfigFolder.PathOf("prompts", "audio", language)).Select(Path.GetFileName);
        Assert.Equal(ConfigFolder.PromptKeys(language).Select(key => $"{key}.wav").Order(), recordings.Order());
    }

    [Fact]
    public void Is_written_in_Kazakh_letters_only()
    {
        var texts = ConfigFolder.PromptLines("kk").Select(line => line.Split(": ", 2)[1]);
        Assert.All(texts, Letters.AreKazakh);
    }

    [Theory, MemberData(nameof(Recordings))]
    public void Is_what_a_telephone_can_play(string language, string key)
    {
        var wav = WavFile.Read(Recording(language, key));
        Assert.Equal((1, 8000), (wav.Channels, wav.SampleRate));
        Assert.True(wav.Format is 1 or 7, $"format {wav.Format} is neither PCM nor µ-law");
        Assert.InRange(wav.Seconds, key.StartsWith("digit-", StringComparison.Ordinal) ? 0.3 : 0.5, LongestSeconds(key));
    }

    [Theory, MemberData(nameof(Languages))]
    public void Comes_at_least_every_fifteen_seconds_while_waiting(string language)
    {
        var music = WavFile.Read(HoldMusic).Seconds;
        var spoken = NeededKeys.Where(IsHeardBeforeMusic).Max(key => WavFile.Read(Recording(language, key)).Seconds);
        Assert.InRange(music + spoken, 10, 15);
    }

    private static string Recording(string language, string key) =>
        ConfigFolder.PathOf("prompts", "audio", language, $"{key}.wav");

    private static bool IsHeardBeforeMusic(string key) => key == "please-hold" || key.StartsWith("place-", StringComparison.Ordinal);

    private static double LongestSeconds(string key) => key switch
    {
        _ when IsHeardBeforeMusic(key) => 4.5,
        "welcome" => 8,
        "comfort" => 10,
        _ => 12,
    };
}
