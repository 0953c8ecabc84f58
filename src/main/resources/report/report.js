'use strict';

/* Filters the findings. Without this script, the page shows all of them. It stores nothing and loads nothing. */
(() => {
  const filters = document.getElementById('filters');
  if (filters) {
    const findings = [...document.querySelectorAll('#list > li')];
    const words = new Map(findings.map(item => [item, item.textContent.toLowerCase()]));
    const choices = [...filters.querySelectorAll('select')];
    const text = document.getElementById('text');
    const count = document.getElementById('count');
    const unfiltered = count.textContent;

    const narrow = () => {
      const wanted = text.value.trim().toLowerCase();
      let shown = 0;
      for (const item of findings) {
        const matches = words.get(item).includes(wanted)
            && choices.every(({ id, value }) => value === '*' || value === item.dataset[id]);
        item.hidden = !matches;
        shown += matches ? 1 : 0;
      }
      count.textContent =
          shown === findings.length ? unfiltered : `showing ${shown} of ${findings.length}`;
    };

    filters.addEventListener('input', narrow);
    filters.addEventListener('change', narrow);
    document.getElementById('reset').addEventListener('click', () => {
      choices.forEach(choice => { choice.value = '*'; });
      text.value = '';
      narrow();
    });
    filters.hidden = false;
  }

  /* Show the target of a link even if it is collapsed or filtered out. */
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target) {
      const details = target.closest('details');
      if (details) {
        details.open = true;
      }
      if (target.hidden) {
        document.getElementById('reset').click();
      }
      target.scrollIntoView();
    }
  };
  addEventListener('hashchange', reveal);
  reveal();

  /* Expand everything for printing. */
  const folded = () => [...document.querySelectorAll('details:not([open])')];
  let opened = [];
  addEventListener('beforeprint', () => {
    opened = folded();
    opened.forEach(details => { details.open = true; });
  });
  addEventListener('afterprint', () => {
    opened.forEach(details => { details.open = false; });
  });
})();
