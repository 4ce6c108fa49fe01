"use strict";
// The link's secret stands after the #, which browsers send to nobody.
const form = document.getElementById("form");
const told = document.getElementById("told");

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const wanted = { token: location.hash.slice(1), password: form.elements.password.value };
  if (form.elements.username.value !== "") {
    wanted.username = form.elements.username.value;
  }
  const answer = await fetch("api/auth/invitations/accept", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(wanted),
  });
  if (answer.ok) {
    form.hidden = true;
    history.replaceState(null, "", location.pathname);
    told.textContent = "Your password is set. You can sign in now.";
  } else {
    const problem = await answer.json();
    const bad = problem.errors && problem.errors[0];
    told.textContent = bad ? bad.field + ": " + bad.message : problem.detail;
  }
});
