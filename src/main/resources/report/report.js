'use strict';

/* Narrows the findings. Without it the page shows them all; it keeps nothing and asks for nothing. */
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

  /* A link leads to what it names, though that be folded in or filtered out. */
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

  /* Paper cannot be unfolded. */
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
