using Xunit.v3;

// Stories share a product. The usual order goes by where the folder lies, so a story that leaves something to another would fail elsewhere only.
[assembly: TestClassOrderer(typeof(UnorderedTestClassOrderer))]
[assembly: TestMethodOrderer(typeof(UnorderedTestMethodOrderer))]
[assembly: TestCaseOrderer(typeof(UnorderedTestCaseOrderer))]
