// Picks the language before Blazor starts: its resources and ICU data are loaded for one culture.
(function () {
    const known = ['kk', 'ru', 'en'];
    const kept = localStorage.getItem('helpline.language');
    const wished = (navigator.languages || []).map(tag => tag.slice(0, 2)).find(tag => known.includes(tag));
    const language = known.includes(kept) ? kept : wished || 'kk';
    document.documentElement.lang = language;
    for (const line of document.querySelectorAll('[data-loading] [lang]'))
        line.hidden = line.lang !== language;
    Blazor.start({ applicationCulture: language });
})();
