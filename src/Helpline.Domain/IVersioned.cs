namespace Helpline.Domain;

/// <summary>A row that changes. The database context raises <see cref="Version"/> with each write and refuses a write on an old one.</summary>
public interface IVersioned
{
    long Version { get; }
}
