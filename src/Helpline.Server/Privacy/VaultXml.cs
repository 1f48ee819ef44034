using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Helpline.Server.Privacy;

/// <summary>Seals the keys of cookies, so that whoever reads the database cannot mint a sign-in.</summary>
internal sealed class VaultXmlEncryptor(Vault vault) : IXmlEncryptor
{
    public const string Place = "DataProtectionKeys|Xml";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(new XElement("sealed", vault.Seal(plaintextElement.ToString(), Place)), typeof(VaultXmlDecryptor));
}

/// <summary>Made by the framework, by the type's name that stands beside each key.</summary>
internal sealed class VaultXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(services.GetRequiredService<Vault>().Open(encryptedElement.Value, VaultXmlEncryptor.Place));
}
