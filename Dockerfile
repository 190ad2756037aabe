FROM python:3.12-slim

ENV PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore PYTHONUNBUFFERED=1 \
    VEILEDER_HOST=0.0.0.0 VEILEDER_PORT=8000 VEILEDER_DATA=/data

RUN useradd --create-home --uid 10001 veileder && install -d -o veileder /data
WORKDIR /app

# The libraries first: they change less often than the rest.
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY veileder/__init__.py veileder/
RUN pip install -c constraints.txt -e .

COPY . .
USER veileder
# The index is part of the image, so that a container answers at once; `start` brings it in line with a changed corpus.
RUN veileder indekser

EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=2m \
    CMD python -c "import os, urllib.request as u; u.urlopen('http://127.0.0.1:' + os.environ['VEILEDER_PORT'] + '/helse', timeout=4)"
CMD ["veileder", "start"]
