"use strict";
// Both films follow one clock, exam time. A film's own clock begins with its first take and runs at the declared scale.
(() => {
  const at = (text) => Date.parse(text) / 1000;
  const films = [...document.querySelectorAll(".film")].map((figure) => {
    const takes = JSON.parse(figure.dataset.takes).map((take) => [at(take.from), at(take.to)]);
    return { takes, video: figure.querySelector("video"), gap: figure.querySelector(".gap"), strip: figure.querySelector(".strip") };
  });
  const box = document.getElementById("films");
  const edges = films.flatMap((film) => film.takes.flat());
  const begin = Math.floor(Math.min(at(box.dataset.begin), ...edges));
  const end = Math.ceil(Math.max(at(box.dataset.end), ...edges));
  const slider = document.getElementById("time"), clock = document.getElementById("clock"), play = document.getElementById("play");
  const marks = document.getElementById("marks"), speed = document.getElementById("speed");
  const share = (second) => `${((second - begin) / (end - begin)) * 100}%`;
  const zone = 8 * 3600;
  const shown = (second) => new Date((second + zone) * 1000).toISOString().slice(0, 19).replace("T", " ");
  let now = begin, last = 0, running = false;

  const place = (film) => {
    if (!film.video || !film.takes.length) return;
    const filmed = film.takes.some(([from, to]) => now >= from && now < to);
    film.gap.hidden = filmed;
    const first = film.takes[0][0], whole = film.takes[film.takes.length - 1][1] - first;
    const scale = film.video.duration ? whole / film.video.duration : 1;
    const wanted = Math.max(0, Math.min((now - first) / scale, (film.video.duration || whole) - 0.05));
    const slow = running && Number(speed.value) === 1 && filmed;
    if (slow && film.video.paused) film.video.play().catch(() => {});
    if (!slow && !film.video.paused) film.video.pause();
    if (Math.abs(film.video.currentTime - wanted) > (slow ? 1.5 : 0.5) && !film.video.seeking) film.video.currentTime = wanted;
  };
  const show = () => {
    slider.value = String(Math.round(now));
    clock.textContent = shown(now);
    films.forEach(place);
    let latest = null;
    for (const event of document.querySelectorAll(".event")) {
      event.classList.remove("now");
      if (at(event.dataset.at) <= now) latest = event;
    }
    if (latest) latest.classList.add("now");
  };
  const seek = (second) => { now = Math.max(begin, Math.min(second, end)); show(); };
  const tick = (stamp) => {
    if (!running) return;
    if (last) now = Math.min(end, now + ((stamp - last) / 1000) * Number(speed.value));
    last = stamp;
    show();
    if (now >= end) stop(); else requestAnimationFrame(tick);
  };
  const stop = () => { running = false; play.textContent = play.dataset.play; films.forEach((film) => film.video && film.video.pause()); };

  slider.min = String(begin); slider.max = String(end);
  slider.addEventListener("input", () => seek(Number(slider.value)));
  play.addEventListener("click", () => {
    if (running) return stop();
    running = true; last = 0; play.textContent = play.dataset.pause;
    requestAnimationFrame(tick);
  });
  for (const film of films) {
    if (film.video) film.video.addEventListener("loadedmetadata", show);
    for (const [from, to] of film.takes) {
      const bar = document.createElement("i");
      bar.style.left = share(from); bar.style.width = `${((to - from) / (end - begin)) * 100}%`;
      film.strip.append(bar);
    }
  }
  for (const event of document.querySelectorAll(".event")) {
    const second = at(event.dataset.at);
    if (second < begin || second > end) continue;
    const mark = document.createElement("i");
    mark.style.left = share(second);
    mark.title = event.textContent;
    if (event.classList.contains("flagged")) mark.className = "flagged";
    marks.append(mark);
  }
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.classList.contains("seek")) seek(at(button.dataset.at));
    if (button.classList.contains("take")) document.getElementById(button.dataset.for).value = `${shown(now).replace(" ", "T")}+08:00`;
    if (button.classList.contains("choose")) document.getElementById("item").value = button.dataset.item;
  });
  const asked = new URLSearchParams(location.search).get("at");
  seek(asked ? at(asked) : Math.min(...(edges.length ? edges : [begin])));
})();
