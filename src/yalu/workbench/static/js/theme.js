"use strict";(()=>{try{let t=localStorage.getItem("yalu-theme");(t==="dark"||t==="light")&&(document.documentElement.dataset.theme=t)}catch{}})();
