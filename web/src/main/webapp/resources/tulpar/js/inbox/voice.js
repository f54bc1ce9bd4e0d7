// The player of a voice message: heard, halted, sought in, and faster. One is heard at a time, and goes on when its line is exchanged.
(function (I) {
  'use strict';
  const PACES = [1, 1.5, 2], STEP = 2; // s by an arrow key
  const KEPT = 'voice:pace';
  let pace = Number(localStorage.getItem(KEPT)) || 1;

  function boxOf(node) { return node.closest('.voice'); }
  function soundOf(box) { return box.querySelector('audio'); }
  function seekOf(box) { return box.querySelector('input'); }

  function length(box) {
    const known = soundOf(box).duration;
    return Number.isFinite(known) ? known : Number(box.dataset.seconds) || 0;
  }

  function clock(seconds) {
    const whole = Math.max(0, Math.round(seconds));
    return Math.floor(whole / 60) + ':' + String(whole % 60).padStart(2, '0');
  }

  function draw(box) {
    const sound = soundOf(box), seek = seekOf(box), play = box.querySelector('[data-act=play]'), at = box.querySelector('[data-act=pace]');
    const words = sound.paused ? play.dataset.play : play.dataset.pause;
    box.classList.toggle('on', !sound.paused);
    play.title = words;
    play.setAttribute('aria-label', words);
    seek.max = length(box);
    seek.value = sound.currentTime;
    seek.setAttribute('aria-valuetext', box.dataset.of.replace('{0}', clock(sound.currentTime)).replace('{1}', clock(length(box))));
    box.querySelector('.voice-at').textContent = clock(sound.paused && !sound.currentTime ? length(box) : sound.currentTime);
    at.textContent = pace + '×';
    at.setAttribute('aria-label', at.dataset.words + ': ' + pace + '×');
  }

  function drawAll() { document.querySelectorAll('#flow .voice').forEach(draw); }

  function lost(box) {
    box.classList.add('lost');
    box.querySelector('.voice-file').hidden = false;
  }

  I.acts.play = function (button) {
    const box = boxOf(button), sound = soundOf(box);
    if (!sound.paused) { sound.pause(); return; }
    sound.playbackRate = pace;
    sound.play().catch(function (e) { if (e.name !== 'AbortError') lost(box); }); // it was halted before it began
  };

  I.acts.pace = function () {
    pace = PACES[(PACES.indexOf(pace) + 1) % PACES.length];
    localStorage.setItem(KEPT, pace);
    document.querySelectorAll('#flow .voice audio').forEach(function (sound) { sound.playbackRate = pace; });
    drawAll();
  };

  function hear(event, act) {
    document.addEventListener(event, function (e) { if (e.target.matches && e.target.matches('.voice audio')) act(boxOf(e.target), e.target); }, true); // these do not bubble
  }

  hear('play', function (box, sound) {
    document.querySelectorAll('#flow .voice audio').forEach(function (other) { if (other !== sound) other.pause(); });
    draw(box);
  });
  ['pause', 'timeupdate', 'loadedmetadata', 'seeked'].forEach(function (event) { hear(event, draw); });
  hear('ended', function (box, sound) { sound.currentTime = 0; });
  hear('error', lost);

  document.addEventListener('input', function (e) {
    const box = e.target.matches('.voice input') && boxOf(e.target);
    if (box) soundOf(box).currentTime = Number(e.target.value);
  });
  document.addEventListener('keydown', function (e) {
    const by = { ArrowLeft: -STEP, ArrowDown: -STEP, ArrowRight: STEP, ArrowUp: STEP }[e.code];
    const box = by && e.target.matches('.voice input') && boxOf(e.target);
    if (!box || e.altKey) return;
    e.preventDefault();
    soundOf(box).currentTime = Math.min(length(box), Math.max(0, soundOf(box).currentTime + by));
    draw(box);
  });

  // A status that changes must not cut the voice off.
  I.on('replaced', function (old, now) {
    const was = old.querySelector('.voice.on'), fresh = now.querySelector('.voice');
    if (was && fresh && soundOf(was).src === soundOf(fresh).src) fresh.replaceWith(was);
  });
  I.on('opened', drawAll);
  I.on('shown', drawAll);
})(window.Inbox);
