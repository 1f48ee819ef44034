using Bunit;
using Helpline.Contracts;
using Helpline.Contracts.Organizations;
using Helpline.Dashboard.Organizations;
using Helpline.Tests.Dashboard.Support;

namespace Helpline.Tests.Dashboard;

public class A_quick_typist_in_the_directory : DashboardContext
{
    private readonly List<string> chosen = [];

    [Fact]
    public void Chooses_what_she_typed_though_nothing_was_listed_when_she_pressed_enter()
    {
        Server.Answers("GET", Searched("crisis"), new FoundOrganizations([Named("Crisis center")], null));
        Types("crisis");
        Assert.Equal(["Crisis center"], chosen);
    }

    [Fact]
    public void Chooses_what_she_typed_and_not_what_was_listed_before()
    {
        Server.Answers("GET", Searched(""), new FoundOrganizations([Named("Another place")], null));
        Server.Answers("GET", Searched("crisis"), new FoundOrganizations([Named("Crisis center")], null));
        Types("crisis");
        Assert.Equal(["Crisis center"], chosen);
    }

    [Fact]
    public void Chooses_nothing_from_an_older_list_while_the_server_is_away()
    {
        Server.Answers("GET", Searched(""), new FoundOrganizations([Named("Another place")], null));
        Server.IsAway("GET", Searched("crisis"));
        Types("crisis");
        Assert.Empty(chosen);
    }

    private static string Searched(string words) => $"{Routes.Directory}?{(words.Length > 0 ? "q=" + words : "")}";

    private static OrganizationCard Named(string name) => new(Guid.NewGuid(), name, null, null, null, null, [], [], false, false, null, null, false, 1);

    private void Types(string words)
    {
        var picker = Render<DirectoryPicker>(p => p.Add(c => c.Chosen, (OrganizationCard one) => chosen.Add(one.Name)));
        picker.Find("input[type=search]").Input(words);
        picker.Find("input[type=search]").KeyDown("Enter");
    }
}
