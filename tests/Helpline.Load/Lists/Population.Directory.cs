using Helpline.Contracts.Search;
using Helpline.Domain.Casework;
using Helpline.Domain.Organizations;

namespace Helpline.Load.Lists;

/// <summary>A directory as a whole country has one.</summary>
internal sealed partial class Population
{
    private static readonly string[] Places = ["Дағдарыс орталығы", "Отбасын қолдау орталығы", "Кризисный центр", "Поликлиника", "Центр социальных услуг", "Заң кеңесі", "Молодёжный центр", "Оңалту орталығы"];
    private static readonly string[] Kinds = ["social_medical", "social_psychological", "social_legal", "social_domestic", "social_economic"];
    private static readonly string[] Regions = ["astana", "almaty", "shymkent", "akmola", "aktobe"];

    /// <summary>What an organization is called.</summary>
    public static string Place(int i) => $"{Places[i % Places.Length]} {i / Places.Length}";

    private IEnumerable<object> Directory()
    {
        for (var i = 0; i < size.Organizations; i++)
            foreach (var row in Organization(i)) yield return row;
    }

    /// <summary>The rows that the desk writes for one card.</summary>
    private IEnumerable<object> Organization(int i)
    {
        var id = Guid.CreateVersion7();
        var organization = new Organization { Id = id, Name = Place(i), SortName = $"{Folding.Fold(Place(i))}|{id:N}", About = "Ойдан шығарылған ұйым." };
        organization.Verify(Counselor(i), now.AddDays(-i % 400));
        Service[] services =
        [
            new() { Id = Guid.CreateVersion7(), OrganizationId = id, Name = "Психологтің көмегі", Kinds = [Kinds[i % Kinds.Length]], Languages = ["kk", "ru"] },
            new() { Id = Guid.CreateVersion7(), OrganizationId = id, Name = "Заңгердің көмегі", Kinds = [Kinds[(i + 2) % Kinds.Length]], Languages = [Languages[i % 3]] },
        ];
        var location = new Location { Id = Guid.CreateVersion7(), OrganizationId = id, Address = $"Үлгі көшесі, {i}", Region = i % 40 == 0 ? null : Regions[i % Regions.Length], Phones = [$"+7701{i:D7}"] };
        var times = Enumerable.Range(0, 5 + i % 3).Select(day => new OpenTime { LocationId = location.Id, OrganizationId = id, From = day * OpenTime.Day + 540, Until = day * OpenTime.Day + 1080 });
        var marks = OrganizationMark.Of(services, [location]).Select(mark => new OrganizationMark { Mark = mark, OrganizationId = id });
        var words = new[] { organization.Name, services[0].Name, services[1].Name, $"7701{i:D7}" }.SelectMany(Folding.Words).Distinct()
            .Select(word => new SearchWord { Word = word, Subject = Subject.Organization, SubjectId = id });
        return [organization, .. services, location, .. times, .. marks, .. words];
    }
}
