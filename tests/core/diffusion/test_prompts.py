"""The words name the kind of picture and the plan, and fit into what CLIP reads."""

from __future__ import annotations

from landmarkdiff.diffusion.prompts import NEGATIVE, prompt_for


def test_plan_adds_its_clause() -> None:
    assert "nose" in prompt_for(["rhinoplasty"])
    assert "nose" not in prompt_for(["blepharoplasty"])


def test_unknown_procedures_add_nothing() -> None:
    assert prompt_for(["something_new"]) == prompt_for([])


def test_same_clause_is_said_once() -> None:
    assert prompt_for(["mentoplasty", "genioplasty"]).count("chin") == 1


def test_longest_words_stay_under_what_clip_reads() -> None:
    """CLIP reads 75 tokens; a word is at most about 1.4 of them, so 50 words are safe."""
    every = ["rhinoplasty", "rhytidectomy", "orthognathic", "brow_lift", "otoplasty", "lip_lift"]

    assert len(prompt_for(every).split()) <= 50
    assert len(NEGATIVE.split()) <= 50
