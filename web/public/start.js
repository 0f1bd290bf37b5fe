// Runs before the first paint, while the application itself is still on its way: sets the theme and the language, so that
// nothing flashes, and asks for what the page is going to need, so that it has come when the application begins. A file
// of its own because the content security policy allows no inline script. scripts/worker.mjs writes the list below.
(function () {
  var caseFiles = [];
  var root = document.documentElement;
  try {
    var theme = localStorage.getItem('himpun.theme');
    if (theme !== 'light' && theme !== 'dark') {
      theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    }
    root.dataset.theme = theme;
    root.lang = localStorage.getItem('PARAGLIDE_LOCALE') === 'en' ? 'en' : 'id';
  } catch (error) {
    root.dataset.theme = 'light';
  }

  // lib/api/early.ts hands these answers on, each once, and notes here what the application asked for before us.
  var asked = (window.himpunAsked = {});
  function ask(path) {
    if (path in asked) return;
    var options = { cache: 'no-store', credentials: 'same-origin', headers: { 'Accept-Language': root.lang } };
    asked[path] = fetch('/api/v1' + path, options);
    return asked[path].catch(function () {}); // whoever takes the answer sees the failure too
  }
  function preload(file) {
    var link = document.createElement('link');
    link.rel = file.endsWith('.css') ? 'preload' : 'modulepreload';
    if (link.rel === 'preload') link.as = 'style';
    link.crossOrigin = '';
    link.href = file;
    document.head.append(link);
  }

  var path = location.pathname;
  var inCase = /^\/berkas\/(\w{26})$/.exec(path);
  ask('/session')
    .then(function (answer) {
      return answer && answer.ok ? answer.clone().json() : undefined;
    })
    .then(function (me) {
      if (!me || me.must_change_password) return;
      if (inCase) ask('/cases/' + inCase[1]);
      if (path !== '/' || !location.search) ask('/tasks?limit=25');
      if (path === '/') ask('/owed-forms');
    });
  if (inCase) caseFiles.forEach(preload);
})();
